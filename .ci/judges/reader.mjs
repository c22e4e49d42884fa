// Opens every document of an EPUB in a reading engine (foliate-js) in Chromium, as a reader would, and says what is wrong:
// an entry of the contents that does not lead to its heading, a note that does not pop up, something wider than the screen,
// text that can hardly be told from what is behind it. Screens are those of a phone, a tablet and a desk, by day and by night.
//
//   node reader.mjs BOOK.epub [--screens FOLDER]
import { createServer } from 'node:http'
import { readFile, mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join, normalize } from 'node:path'
import { chromium } from 'playwright-core'

const widths = [320, 600, 1200]
const schemes = ['light', 'dark']
const types = { '.js': 'text/javascript', '.html': 'text/html', '.epub': 'application/epub+zip' }

const [book, flag, screens] = process.argv.slice(2)
if (!book || (flag && flag !== '--screens')) {
    console.error('node reader.mjs BOOK.epub [--screens FOLDER]')
    process.exit(2)
}

const here = dirname(new URL(import.meta.url).pathname)
const engine = dirname(createRequire(import.meta.url).resolve('foliate-js/view.js'))

const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
    const file = path === '/' ? join(here, 'reader.html')
        : path === '/reader.js' ? join(here, 'reader.js')
        : path === '/book.epub' ? book
        : join(engine, normalize(path))
    try {
        const content = await readFile(file)
        response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(content)
    } catch {
        response.writeHead(404).end()
    }
})
await new Promise(started => server.listen(0, '127.0.0.1', started))

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
const faults = new Set()
try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${server.address().port}/`)
    const { documents, entries } = await page.evaluate(() => window.opened)
    const take = list => list.forEach(fault => faults.add(fault))
    take(await page.evaluate(() => window.reader.contents()))
    const notes = await page.evaluate(() => window.reader.notes())
    take(notes.faults)
    // Closing a note makes the engine stumble over its own empty frame; what comes after is the book's.
    page.on('pageerror', error => faults.add(`error in a script: ${error.message}`))
    for (const scheme of schemes) {
        await page.emulateMedia({ colorScheme: scheme })
        for (const width of widths) {
            await page.setViewportSize({ width, height: 800 })
            for (let i = 0; i < documents; i++) {
                take((await page.evaluate(i => window.reader.document(i), i)).map(fault => `${fault} at ${width} px, ${scheme}`))
                if (screens) {
                    await mkdir(screens, { recursive: true })
                    await page.screenshot({ path: join(screens, `${String(i).padStart(3, '0')}-${width}-${scheme}.png`) })
                }
            }
        }
    }

    for (const fault of faults) {
        console.log(fault)
    }

    console.log(`${documents} documents, ${entries} entries of the contents, ${notes.count} notes: ${faults.size} faults`)
} finally {
    await browser.close()
    server.close()
}

process.exit(faults.size === 0 ? 0 : 1)
