// Opens a PDF in Chromium's own viewer, presses the bookmarks of the two upper levels and the links of a page of the
// contents, and looks which page the viewer then stands on.
//
//   CHROMIUM=/usr/bin/chromium node chromium.mjs BOOK.pdf
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { chromium } from 'playwright-core'

const [path] = process.argv.slice(2)
if (!path) {
    console.error('node chromium.mjs BOOK.pdf')
    process.exit(2)
}

const bytes = await readFile(path)
// Pixels: between two pages, and above the first.
const edge = 20
const faults = []

// What the file says, by another reader: its bookmarks, and the links of the page that has most, which is one of the contents.
const book = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
const pageOf = async destination => {
    const place = typeof destination === 'string' ? await book.getDestination(destination) : destination
    return place ? book.getPageIndex(place[0]) : -1
}

const flat = async entries => (await Promise.all(entries.map(async ({ title, dest, items }) => [{ title, page: await pageOf(dest) }, ...await flat(items)]))).flat()
const bookmarks = await flat((await book.getOutline()) ?? [])
let contents = { page: 0, links: [] }
for (let page = 0; page < book.numPages; page++) {
    const { view } = await book.getPage(page + 1)
    const links = (await (await book.getPage(page + 1)).getAnnotations()).filter(a => a.subtype === 'Link' && a.dest)
    if (links.length > contents.links.length) {
        contents = { page, links: await Promise.all(links.map(async ({ rect: [left, low, right, high], dest }) => ({ x: (left + right) / 2 / view[2], y: 1 - (low + high) / 2 / view[3], page: await pageOf(dest) }))) }
    }
}

const server = createServer((_, response) => response.setHeader('Content-Type', 'application/pdf').end(bytes))
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))

// The viewer is an extension, which only the whole browser has: the new headless mode, and what Playwright leaves out of it.
const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    ignoreDefaultArgs: ['--headless', '--hide-scrollbars'],
    args: ['--headless=new', '--no-sandbox'],
})
try {
    const tab = await browser.newPage({ viewport: { width: 1300, height: 1400 } })
    await tab.goto(`http://127.0.0.1:${server.address().port}/book.pdf`)
    const isViewer = frame => frame.url().startsWith('chrome-extension:')
    const viewer = tab.frames().find(isViewer) ?? await tab.waitForEvent('framenavigated', isViewer)
    const inViewer = (work, argument) => viewer.evaluate(`(${work})(document.querySelector('pdf-viewer'), ${JSON.stringify(argument)})`)
    await viewer.waitForFunction(pages => document.querySelector('pdf-viewer')?.shadowRoot?.querySelector('viewer-toolbar')?.docLength === pages, book.numPages)

    const shown = () => inViewer(viewer => viewer.viewport.getMostVisiblePage())

    // Whether a page comes to stand at the upper edge, where a destination is shown; at the end of a book only somewhere.
    const at = async page => {
        for (let round = 0; round < 40; round++) {
            const { y, height } = await inViewer((viewer, page) => viewer.viewport.getPageScreenRect(page), page)
            if ((y < edge && y + height > edge) || await shown() === page) {
                return true
            }

            await tab.waitForTimeout(25)
        }

        return false
    }

    // The outline as the viewer has it.
    const listed = await inViewer(viewer => {
        const all = entries => entries.flatMap(({ title, page, children }) => [{ title, page }, ...all(children)])
        return all(viewer.bookmarks)
    })
    if (JSON.stringify(listed) !== JSON.stringify(bookmarks)) {
        faults.push(`the viewer lists ${listed.length} bookmarks, the file has ${bookmarks.length}, or other ones`)
    }

    await viewer.locator('cr-icon-button[title="Document outline"]').click()
    for (const folded of await viewer.locator('viewer-bookmark #expand').all()) {
        if (await folded.isVisible()) {
            await folded.click()
        }
    }

    const lines = viewer.locator('viewer-bookmark #title')
    const pressed = await lines.count()
    for (let i = 0; i < pressed; i++) {
        const title = (await lines.nth(i).textContent()).trim()
        await lines.nth(i).click()
        const pages = listed.filter(b => b.title.trim() === title).map(b => b.page)
        if (!(await Promise.any(pages.map(async page => await at(page) || Promise.reject(new Error()))).catch(() => false))) {
            faults.push(`the bookmark “${title}” leads to page ${await shown() + 1}`)
        }
    }

    for (const link of contents.links) {
        await inViewer((viewer, page) => viewer.viewport.goToPage(page), contents.page)
        await tab.waitForTimeout(150) // until it takes clicks where it has scrolled to
        const place = await inViewer((viewer, page) => {
            const { x, y, width, height } = viewer.viewport.getPageScreenRect(page)
            const plugin = viewer.shadowRoot.querySelector('#plugin').getBoundingClientRect()
            return { x: x + plugin.x, y: y + plugin.y, width, height }
        }, contents.page)
        await tab.mouse.click(place.x + link.x * place.width, place.y + link.y * place.height)
        if (!await at(link.page)) {
            faults.push(`a link of the contents leads to page ${await shown() + 1}, not ${link.page + 1}`)
        }
    }

    console.log(`${listed.length} bookmarks, ${pressed} of them and ${contents.links.length} links pressed: ${faults.length} faults`)
} finally {
    await browser.close()
    server.close()
}

faults.forEach(fault => console.log(fault))
process.exit(faults.length === 0 && bookmarks.length > 0 ? 0 : 1)
