// Opens a PDF as Firefox does (pdf.js) and follows every bookmark and every link inside the book: each bookmark must lead
// to its own words, each entry of the contents and each note to a place where something stands.
//
//   node viewer.mjs BOOK.pdf
import { readFile } from 'node:fs/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const [path] = process.argv.slice(2)
if (!path) {
    console.error('node viewer.mjs BOOK.pdf')
    process.exit(2)
}

// Points: a heading begins no further below the place that leads to it. Its words may go on below, and be set in two faces.
const reach = 60
const enough = 8
const faults = []
const book = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise
const squeezed = words => words.replace(/\s+/gu, '')

const pages = []
for (let number = 1; number <= book.numPages; number++) {
    const page = await book.getPage(number)
    const { items } = await page.getTextContent()
    pages.push({
        words: items.map(item => ({ text: squeezed(item.str ?? ''), x: item.transform[4], y: item.transform[5], height: item.transform[3] })),
        links: (await page.getAnnotations()).filter(annotation => annotation.subtype === 'Link'),
        height: page.view[3],
    })
    page.cleanup()
}

// The page and the height that a destination leads to, or null.
async function placeOf(destination) {
    const explicit = typeof destination === 'string' ? await book.getDestination(destination) : destination
    if (!explicit) {
        return null
    }

    const page = pages[await book.getPageIndex(explicit[0])]
    return { page, y: explicit[3] ?? page.height }
}

// The words from a place down, in reading order.
const wordsAt = ({ page, y }, depth = Infinity) => page.words.filter(word => word.y <= y + 1 && word.y >= y - depth).map(word => word.text).join('')

// A part's title stands alone in the middle of its page.
const leadsTo = (place, words) => wordsAt(place, reach).includes(words) || wordsAt(place).startsWith(words)

let bookmarks = 0
async function follow(entries) {
    for (const { title, dest, items } of entries) {
        bookmarks++
        const place = await placeOf(dest).catch(() => null)
        if (!place) {
            faults.push(`the bookmark “${title}” leads nowhere`)
        } else if (!leadsTo(place, squeezed(title).slice(0, enough))) {
            faults.push(`the bookmark “${title}” leads to “${wordsAt(place, reach).slice(0, 40)}”`)
        }

        await follow(items)
    }
}

await follow((await book.getOutline()) ?? [])
if (bookmarks === 0) {
    faults.push('there are no bookmarks')
}

let links = 0
for (const [index, page] of pages.entries()) {
    for (const link of page.links) {
        links++
        const [left, low, right, high] = link.rect
        const inside = page.words.some(word => word.text && word.y >= low - 2 && word.y <= high + 2 && word.x <= right && word.x >= left - 400)
        if (!inside) {
            faults.push(`page ${index + 1}: nothing stands where a link can be pressed`)
        }

        if (link.url === undefined && link.unsafeUrl === undefined) {
            const place = await placeOf(link.dest).catch(() => null)
            if (!place || !wordsAt(place)) {
                faults.push(`page ${index + 1}: the link to ${JSON.stringify(link.dest)} leads nowhere`)
            }
        }
    }
}

const labels = (await book.getPageLabels()) ?? []
if (labels.length !== book.numPages) {
    faults.push('not every page has a label')
}

faults.forEach(fault => console.log(fault))
console.log(`${book.numPages} pages, ${bookmarks} bookmarks, ${links} links: ${faults.length} faults`)
process.exit(faults.length === 0 ? 0 : 1)
