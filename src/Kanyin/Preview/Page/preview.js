// The preview's page: asks for the state whenever there is another one, and changes only what is different.

const find = id => document.getElementById(id)
const paper = find('paper'), frame = find('frame'), documents = find('documents'), filter = find('filter'), body = document.body
const views = ['paper', 'both', 'epub']
const widthStep = 160 // a picture serves until the window has grown by so many pixels

let state = { version: -1, pages: [], outline: [], findings: [], documents: [] }
let sheets = [] // one figure a page
let shown = null // the EPUB's document in the frame
let chosen = -1 // the finding that was last gone to

const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name)
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value))
    element.append(...children)
    return element
}

// Pages

const near = new IntersectionObserver(entries => entries.forEach(({ target, isIntersecting }) => {
    target.isNear = isIntersecting
    if (isIntersecting) {
        draw(target)
    }
}), { root: paper, rootMargin: '800px 0px' })

const pixelWidth = sheet => Math.min(3200, Math.max(widthStep, Math.ceil(sheet.clientWidth * devicePixelRatio / widthStep) * widthStep))

// The old picture stays until the new one is there.
async function draw(sheet) {
    if (!sheet.clientWidth) {
        return
    }

    const address = `pages/${sheet.dataset.hash}/${pixelWidth(sheet)}.png`
    if (sheet.wanted === address) {
        return
    }

    sheet.wanted = address
    const picture = new Image(sheet.page.width, sheet.page.height)
    picture.alt = sheet.page.label ? `第 ${sheet.page.label} 页` : ''
    picture.src = address
    try {
        await picture.decode()
        if (sheet.wanted === address) {
            sheet.replaceChildren(picture)
        }
    } catch {
        if (sheet.wanted === address) {
            sheet.wanted = null // of a state that has passed, or the program is away
        }
    }
}

function dress(sheet, page, index) {
    const isNew = sheet.dataset.hash !== page.hash
    sheet.page = page
    sheet.dataset.hash = page.hash
    sheet.dataset.index = index
    sheet.style.aspectRatio = `${page.width} / ${page.height}`
    if (isNew && sheet.isNear) {
        draw(sheet)
    }
}

function current() {
    const middle = paper.scrollTop + paper.clientHeight / 3
    let [low, high] = [0, sheets.length - 1]
    while (low < high) {
        const half = (low + high + 1) >> 1
        if (sheets[half].offsetTop - paper.offsetTop <= middle) {
            low = half
        } else {
            high = half - 1
        }
    }

    return Math.max(0, low)
}

const topOf = sheet => sheet.offsetTop - paper.offsetTop

function goTo(index, isFromReader = true) {
    const sheet = sheets[Math.max(0, Math.min(index, sheets.length - 1))]
    if (!sheet) {
        return
    }

    paper.scrollTop = topOf(sheet) - 12
    if (isFromReader) {
        follow(sheet.page)
        delete body.dataset.side
        find('menu').setAttribute('aria-expanded', false)
    }

    tell()
}

// Pages that are the same keep their figures; what comes before the page at hand may grow or shrink without moving it.
function showPages(pages) {
    const here = current(), old = sheets[here]
    const offset = old ? paper.scrollTop - topOf(old) : 0
    const kept = Math.min(sheets.length, pages.length)
    let head = 0
    while (head < kept && sheets[head].dataset.hash === pages[head].hash) {
        head++
    }

    let tail = 0
    while (tail < kept - head && sheets[sheets.length - 1 - tail].dataset.hash === pages[pages.length - 1 - tail].hash) {
        tail++
    }

    const middle = sheets.slice(head, sheets.length - tail), wanted = pages.length - head - tail
    middle.splice(wanted).forEach(sheet => { near.unobserve(sheet); sheet.remove() })
    const after = sheets[sheets.length - tail] ?? null
    while (middle.length < wanted) {
        const sheet = make('figure')
        middle.push(sheet)
        paper.insertBefore(sheet, after)
        near.observe(sheet)
    }

    sheets = [...sheets.slice(0, head), ...middle, ...sheets.slice(sheets.length - tail)]
    sheets.forEach((sheet, index) => dress(sheet, pages[index], index))
    const still = old && old.isConnected ? old : sheets[Math.min(here, sheets.length - 1)]
    if (still) {
        paper.scrollTop = topOf(still) + offset
    }
}

function tell() {
    const page = sheets[current()]?.page
    if (page && document.activeElement !== find('number')) {
        find('number').value = page.label
    }

    const index = current()
    let entry = -1
    state.outline.forEach((o, i) => { entry = o.page <= index ? i : entry })
    find('outline').querySelectorAll('button').forEach(b => b.classList.toggle('here', Number(b.dataset.entry) === entry))
}

// The EPUB

function follow(page) {
    if (page?.epub) {
        open(page.epub)
    }
}

function open(address) {
    const [path, fragment] = address.split('#')
    const entry = state.documents.find(d => d.path === path)
    if (!entry) {
        return
    }

    documents.value = path
    if (shown?.path === path && shown.hash === entry.hash) {
        frame.contentDocument?.getElementById(fragment)?.scrollIntoView()
        return
    }

    load(entry, fragment)
}

const loaded = () => decodeURIComponent(frame.contentWindow?.location.pathname.split('/epub/')[1] ?? '')

// With its hash, so that a document that is being loaded is never taken for a newer one.
function load(entry, fragment) {
    shown = { ...entry, fragment }
    frame.contentWindow.location.replace(`epub/${entry.path}?${entry.hash}${fragment ? `#${fragment}` : ''}`)
}

function showDocuments(entries) {
    if (!entries.length) {
        return
    }

    documents.replaceChildren(...entries.map(d => make('option', { value: d.path }, d.title || d.path)))
    const entry = entries.find(d => d.path === shown?.path)
    if (!entry) {
        follow(sheets[current()]?.page)
        if (!shown) {
            open(entries[0].path)
        }

        return
    }

    documents.value = entry.path
    if (entry.hash === shown.hash) {
        return
    }

    if (loaded() === entry.path) {
        const top = frame.contentWindow.scrollY
        frame.addEventListener('load', () => frame.contentWindow.scrollTo(0, top), { once: true })
        load(entry)
    } else {
        load(entry, shown.fragment)
    }
}

// Links inside the EPUB lead from one document to another.
frame.addEventListener('load', () => {
    const entry = state.documents.find(d => d.path === loaded())
    if (entry && shown?.path !== entry.path) {
        shown = entry
        documents.value = entry.path
    }

    frame.contentWindow?.addEventListener('keydown', press)
})

function turn(step) {
    const index = state.documents.findIndex(d => d.path === documents.value) + step
    if (state.documents[index]) {
        open(state.documents[index].path)
    }
}

// Outline and findings

function showOutline() {
    const words = filter.value.trim().toLowerCase()
    const entries = state.outline.map((entry, index) => ({ ...entry, index })).filter(e => e.text.toLowerCase().includes(words))
    find('outline').replaceChildren(...entries.map(entry => {
        const button = make('button', { type: 'button', class: `level-${Math.min(4, entry.level)}`, 'data-entry': entry.index }, make('span', {}, entry.text), make('span', {}, state.pages[entry.page]?.label ?? ''))
        button.addEventListener('click', () => goTo(entry.page))
        return button
    }), ...(entries.length ? [] : [make('p', { class: 'none' }, words ? '没有这样的标题' : '没有标题')]))
}

const severities = { error: '错误', warning: '警告', note: '提示' }

function sourceOf(finding) {
    const pre = make('pre')
    finding.lines.forEach((line, i) => {
        const number = finding.firstLine + i
        pre.append(make('i', {}, `${String(number).padStart(4)}  `))
        if (number === finding.line) {
            const [from, to] = [finding.column - 1, Math.max(finding.column, finding.endColumn - 1)]
            pre.append(line.slice(0, from), make('mark', {}, line.slice(from, to)), line.slice(to))
        } else {
            pre.append(line)
        }

        pre.append('\n')
    })
    return pre
}

function showFindings() {
    const words = filter.value.trim().toLowerCase()
    const entries = state.findings.map((finding, index) => ({ finding, index })).filter(({ finding: f }) => `${f.id} ${f.message} ${f.file}`.toLowerCase().includes(words))
    find('found').textContent = state.findings.length || ''
    find('findings').replaceChildren(...entries.map(({ finding: f, index }) => {
        const page = f.page === undefined ? '' : `，第 ${state.pages[f.page].label || f.page + 1} 页`
        const button = make('button', { type: 'button', class: `finding ${f.severity}${index === chosen ? ' here' : ''}`, 'data-finding': index },
            make('b', {}, `${severities[f.severity]} ${f.id}`), ` ${f.message}`,
            make('div', { class: 'place' }, `${f.file}:${f.line}:${f.column}${page}`))
        if (f.hint) {
            button.append(make('div', { class: 'hint' }, f.hint))
        }

        if (f.lines.length) {
            button.append(sourceOf(f))
        }

        button.addEventListener('click', () => choose(index))
        return button
    }), ...(entries.length ? [] : [make('p', { class: 'none' }, words ? '没有这样的结果' : '没有发现什么问题')]))
}

function choose(index) {
    if (!state.findings[index]) {
        return
    }

    chosen = index
    find('findings').querySelectorAll('.finding').forEach(b => b.classList.toggle('here', Number(b.dataset.finding) === index))
    find('findings').querySelector('.here')?.scrollIntoView({ block: 'nearest' })
    if (state.findings[index].page !== undefined) {
        goTo(state.findings[index].page)
    }
}

function showTab(name) {
    for (const tab of ['outline', 'findings']) {
        find(tab).hidden = tab !== name
        find(`tab-${tab}`).setAttribute('aria-selected', tab === name)
    }
}

function openSide(isOpen) {
    body.toggleAttribute('data-side', isOpen)
    find('menu').setAttribute('aria-expanded', isOpen)
}

function showView(view) {
    const index = current()
    body.dataset.view = view
    document.querySelectorAll('[data-show]').forEach(b => b.setAttribute('aria-pressed', b.dataset.show === view))
    goTo(index, false)
    sheets.filter(s => s.isNear).forEach(draw)
}

// The state

async function update() {
    const next = await (await fetch('state')).json()
    if (next.version === state.version) {
        return
    }

    const isFirst = state.pages.length === 0
    find('error').textContent = next.error ?? ''
    find('error').hidden = !next.error
    state = next
    find('title').textContent = next.title || '预览'
    document.title = `${next.title || '预览'} · 刊印`
    find('status').textContent = next.error ? '' : `${next.pages.length} 页，用 ${next.took} 毫秒排好`
    find('count').textContent = next.pages.length ? `共 ${next.pages.length} 面` : ''
    showPages(next.pages)
    showOutline()
    showFindings()
    showDocuments(next.documents)
    if (isFirst && location.hash) {
        goTo(Number(location.hash.slice(1)) - 1)
    }

    tell()
    body.dataset.version = next.version
}

let running = null
function refresh() { // one at a time, and once more when another has come meanwhile
    running = (running ?? Promise.resolve()).then(update).catch(() => { find('status').textContent = '刊印没有回答' })
}

const events = new EventSource('events')
events.onmessage = refresh
events.onerror = () => { find('status').textContent = '刊印已经停了；再运行 kanyin preview 就会接上' }

// Hands

function press(event) {
    const isTyping = ['INPUT', 'SELECT', 'TEXTAREA'].includes(event.target?.tagName)
    if (event.key === 'Escape') {
        document.activeElement?.blur()
        openSide(false)
        return
    }

    if (event.ctrlKey || event.metaKey || event.altKey || isTyping || find('help').open) {
        return
    }

    const acts = {
        j: () => goTo(current() + 1), ArrowRight: () => goTo(current() + 1),
        k: () => goTo(current() - 1), ArrowLeft: () => goTo(current() - 1),
        g: () => find('number').select(),
        '/': () => { openSide(true); filter.select() },
        o: () => { openSide(true); showTab('outline') },
        f: () => { openSide(true); showTab('findings') },
        v: () => showView(views[(views.indexOf(body.dataset.view) + 1) % views.length]),
        n: () => { showTab('findings'); choose(Math.min(chosen + 1, state.findings.length - 1)) },
        p: () => { showTab('findings'); choose(Math.max(0, chosen - 1)) },
        '?': () => find('help').showModal(),
    }
    if (acts[event.key]) {
        event.preventDefault()
        acts[event.key]()
    }
}

addEventListener('keydown', press)
let waiting = 0
paper.addEventListener('scroll', () => { waiting ||= requestAnimationFrame(() => { waiting = 0; tell() }) }, { passive: true })
new ResizeObserver(() => sheets.filter(s => s.isNear).forEach(draw)).observe(paper)
filter.addEventListener('input', () => { showOutline(); showFindings() })
find('tab-outline').addEventListener('click', () => showTab('outline'))
find('tab-findings').addEventListener('click', () => showTab('findings'))
find('menu').addEventListener('click', () => openSide(!body.hasAttribute('data-side')))
find('ask').addEventListener('click', () => find('help').showModal())
find('back').addEventListener('click', () => turn(-1))
find('next').addEventListener('click', () => turn(1))
documents.addEventListener('change', () => open(documents.value))
document.querySelectorAll('[data-show]').forEach(b => b.addEventListener('click', () => showView(b.dataset.show)))
paper.addEventListener('click', event => follow(event.target.closest('figure')?.page))
find('paper').addEventListener('pointerdown', () => openSide(false))
find('go').addEventListener('submit', event => {
    event.preventDefault()
    const label = find('number').value.trim()
    const index = state.pages.findIndex(p => p.label === label)
    if (index >= 0) {
        find('number').blur()
        goTo(index)
    } else {
        find('status').textContent = `没有第 ${label} 页`
    }
})
showView(matchMedia('(max-width: 46rem)').matches ? 'paper' : 'both')
