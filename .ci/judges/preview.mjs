// Drives `kanyin preview` in a real browser: 50 saves, a broken file, a renamed folder, and a page from elsewhere that
// knows the address and still gets nothing.
//
//   CHROMIUM=/usr/bin/chromium node preview.mjs dotnet kanyin.dll
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir, networkInterfaces } from 'node:os'
import { connect } from 'node:net'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const [program, ...words] = process.argv.slice(2)
if (!program) {
    console.error('node preview.mjs PROGRAM [WORDS]')
    process.exit(2)
}

const chapters = 12, saves = 50, patience = 10_000
const faults = []
const expect = (isRight, fault) => { if (!isRight) { faults.push(fault) } }
const root = await mkdtemp(join(tmpdir(), 'kanyin 预览-'))
const book = join(root, '我的 书')
const name = number => `ch${String(number).padStart(2, '0')}.md`
const text = (number, more = '') => `# 第 ${number} 章\n\n${Array.from({ length: 40 }, (_, i) => `这是第 ${number} 章的第 ${i + 1} 段，写得长一些，好占去几行的地方，让这一章有好几页。`).join('\n\n')}\n\n${more}\n`
const save = (number, more) => writeFile(join(book, name(number)), text(number, more))

await mkdir(book)
for (let number = 1; number <= chapters; number++) {
    await save(number)
}

const tool = spawn(program, [...words, 'preview', book], { stdio: ['ignore', 'pipe', 'inherit'] })
const address = await new Promise((resolve, reject) => {
    tool.stdout.on('data', data => { const match = /http:\S+/.exec(data); if (match) { resolve(match[0]) } })
    tool.on('exit', code => reject(new Error(`the tool ended with ${code}`)))
})

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] })
const foreign = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end('<!DOCTYPE html><title>elsewhere</title>'))
try {
    const page = await browser.newPage({ viewport: { width: 1300, height: 900 } })
    page.setDefaultTimeout(patience)
    page.on('pageerror', e => faults.push(`the page's script: ${e.message}`))
    page.on('console', m => { if (m.type() === 'error' && !/404|ERR_/.test(m.text())) { faults.push(`the console: ${m.text()}`) } })
    const state = () => page.evaluate(() => fetch('state').then(answer => answer.json()))
    await page.goto(address)
    await page.waitForSelector('#paper img')
    await page.waitForSelector('#documents option', { state: 'attached' })

    await drivesByKeyboard(page)
    await keepsUpWithSaves(page, state)
    await outlivesBrokenFiles(page)
    await outlivesAnotherName(page)
    await letsNobodyElseIn(state)
} catch (e) {
    faults.push(e.message)
} finally {
    foreign.close()
    await browser.close()
    tool.kill('SIGINT')
    await rm(root, { recursive: true, force: true })
}

faults.forEach(fault => console.log(fault))
console.log(`${saves} saves: ${faults.length} faults`)
process.exit(faults.length === 0 ? 0 : 1)

async function drivesByKeyboard(page) {
    await page.keyboard.press('g')
    await page.keyboard.type('9')
    await page.keyboard.press('Enter')
    const label = () => page.inputValue('#number')
    expect(await label() === '9', `g 9 leads to page ${await label()}`)
    await page.keyboard.press('j')
    await page.waitForFunction(() => document.getElementById('number').value === '10')
    await page.keyboard.press('k')
    await page.waitForFunction(() => document.getElementById('number').value === '9')
    await page.keyboard.press('?')
    expect(await page.isVisible('#help'), '? shows no help')
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.keyboard.type('第 7 章')
    expect(await page.locator('#outline button').count() === 1, '/ does not filter the outline')
    await page.fill('#filter', '')
    await page.keyboard.press('Escape')
}

// The page being read stays where it is, though a chapter before it grows; the pictures before and after are not asked for again.
async function keepsUpWithSaves(page, state) {
    const asked = new Set()
    page.on('request', request => { if (request.url().endsWith('.png')) { expect(!asked.has(request.url()), `asked twice for ${request.url()}`); asked.add(request.url()) } })
    const times = []
    for (let number = 1; number <= saves; number++) {
        const before = await page.evaluate(() => {
            const paper = document.getElementById('paper')
            const sheet = [...paper.children].find(s => s.offsetTop + s.offsetHeight - paper.offsetTop > paper.scrollTop + 40)
            sheet.id = 'read'
            return { hash: sheet.dataset.hash, top: sheet.getBoundingClientRect().top }
        })
        const words = `第 ${number} 次存盘。`.repeat(1 + number % 30)
        const changed = page.waitForFunction(version => Number(document.body.dataset.version) > version, (await state()).version)
        const start = performance.now()
        await save(1 + number % 3, words)
        await changed
        times.push(Math.round(performance.now() - start))
        const top = await page.evaluate(hash => [...document.querySelectorAll('#paper figure')].find(s => s.dataset.hash === hash || s.id === 'read')?.getBoundingClientRect().top, before.hash)
        expect(Math.abs(top - before.top) < 2, `save ${number} moves the page from ${before.top} to ${top}`)
        await page.evaluate(() => document.getElementById('read')?.removeAttribute('id'))
    }

    await page.evaluate(() => document.querySelector('[data-entry="1"]').click())
    await page.waitForFunction(() => [...document.querySelectorAll('#paper figure')].some(s => s.querySelector('img')?.src.includes(s.dataset.hash)))
    await page.waitForFunction(words => document.getElementById('frame').contentDocument?.body?.textContent.includes(words), '第 48 次存盘')
        .catch(async () => faults.push('the EPUB is not of the last save: ' + await page.evaluate(() => document.getElementById('frame').contentWindow.location.href + document.getElementById('frame').contentDocument?.body.textContent.slice(-60))))
    times.sort((a, b) => a - b)
    console.log(`from a save to its pages in the browser: ${times[saves / 2]} ms, the slowest ${times.at(-1)} ms`)
}

async function outlivesBrokenFiles(page) {
    await writeFile(join(book, 'book.yml'), 'title: [没有关上\n')
    await page.waitForSelector('#findings .finding.error', { state: 'attached' })
    await page.click('#tab-findings')
    expect((await page.textContent('#findings .finding.error')).includes('book.yml:'), 'a broken book.yml is not shown with its place')
    await writeFile(join(book, 'book.yml'), 'title: 茶\n')
    await page.waitForFunction(() => document.getElementById('title').textContent === '茶')

    await save(5, '见[没有的](nowhere.md)。')
    await page.waitForSelector('#findings .finding.error mark')
    await page.click('#findings .finding.error')
    await page.waitForFunction(() => document.querySelector('#findings .here'))
    await save(5)
    await page.waitForSelector('#findings .finding', { state: 'detached' })
    await page.click('#tab-outline')
}

async function outlivesAnotherName(page) {
    await rename(book, book + '.away')
    await page.waitForSelector('#error:not([hidden])')
    expect(await page.locator('#paper figure').count() > 0, 'the pages vanish with the folder')
    await rename(book + '.away', book)
    await page.waitForSelector('#error', { state: 'hidden' })
    await save(2, '回来以后。')
    await page.waitForFunction(() => fetch('state').then(a => a.json()).then(s => s.error === null))
}

async function letsNobodyElseIn(state) {
    await new Promise(resolve => foreign.listen(0, '127.0.0.1', resolve))
    const elsewhere = await browser.newPage()
    await elsewhere.goto(`http://127.0.0.1:${foreign.address().port}/`)
    const gets = await elsewhere.evaluate(async address => {
        const kept = []
        await fetch(address + 'state').then(() => kept.push('fetch'), () => {})
        await fetch(address + 'state', { mode: 'no-cors' }).then(async a => { if ((await a.text()).length) { kept.push('no-cors') } }, () => {})
        await fetch(address + 'state', { method: 'POST' }).then(() => kept.push('POST'), () => {})
        const load = (element, source) => new Promise(resolve => {
            element.onload = () => resolve(true)
            element.onerror = () => resolve(false)
            element.src = source
            document.body.append(element)
        })
        if (await load(document.createElement('script'), address + 'preview.js')) { kept.push('script') }
        const events = new EventSource(address + 'events')
        if (await new Promise(resolve => { events.onopen = () => resolve(true); events.onerror = () => resolve(false) })) { kept.push('events') }
        return kept
    }, address)
    expect(gets.length === 0, `a page from elsewhere can use: ${gets.join(', ')}`)

    const ask = (path, headers = '') => raw(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${new URL(address).port}\r\n${headers}Connection: close\r\n\r\n`)
    const secret = new URL(address).pathname
    expect((await ask(secret + 'state')).startsWith('HTTP/1.1 200'), 'the reader itself is refused')
    expect(!(await ask('/state')).startsWith('HTTP/1.1 200'), 'the address works without its secret')
    expect(!(await ask(secret + 'state', 'Origin: http://kanyin.example\r\n')).startsWith('HTTP/1.1 200'), 'a foreign origin is answered')
    expect(!(await raw(`GET ${secret}state HTTP/1.1\r\nHost: kanyin.example\r\nConnection: close\r\n\r\n`)).startsWith('HTTP/1.1 200'), 'a foreign host name is answered')
    for (const path of ['epub/../../etc/passwd', 'epub/%2e%2e/%2e%2e/etc/passwd', 'epub//etc/passwd', 'pages/../ch01.md', 'ch01.md', 'epub/..%5cch01.md']) {
        expect(!(await ask(secret + path)).startsWith('HTTP/1.1 200'), `${path} is served`)
    }

    for (const { address: own, internal, family } of Object.values(networkInterfaces()).flat()) {
        if (!internal && family === 'IPv4') {
            expect(!await reaches(own), `it listens on ${own}`)
        }
    }

    expect((await state()).error === null, 'it has an error after all')
}

function raw(request) {
    return new Promise(resolve => {
        const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(request))
        let answer = ''
        socket.on('data', data => { answer += data })
        socket.on('close', () => resolve(answer))
        socket.on('error', () => resolve(answer))
    })
}

function reaches(host) {
    return new Promise(resolve => {
        const socket = connect(Number(new URL(address).port), host, () => { socket.destroy(); resolve(true) })
        socket.on('error', () => resolve(false))
    })
}
