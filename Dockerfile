# Kanyin with the .NET runtime and its fonts: no shell, no package manager, not root.
#   docker build -t kanyin .
#   docker run --rm --network none --user "$(id -u):$(id -g)" -v "$PWD:/books" kanyin publish my-book
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /source
COPY . .
# A container starts cold every time: compiled ahead, a check takes half as long.
RUN dotnet publish src/Kanyin ${TARGETARCH:+--arch $TARGETARCH} --no-self-contained -p:PublishReadyToRun=true --output /kanyin

FROM mcr.microsoft.com/dotnet/runtime:10.0-noble-chiseled
COPY --from=build /kanyin /kanyin
WORKDIR /books
ENTRYPOINT ["dotnet", "/kanyin/kanyin.dll"]
