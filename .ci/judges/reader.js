// The part of reader.mjs that runs in the browser, beside the book.
import { FootnoteHandler } from './footnotes.js'
import './view.js'

const rightest = 1 // px by which rounding may put something past the edge
const leastContrast = 4.5 // WCAG 2.2, 1.4.3
const leastContrastOfLarge = 3

let view

const open = async () => {
    const bytes = await (await fetch('book.epub')).blob()
    view = document.createElement('foliate-view')
    document.body.append(view)
    await view.open(new File([bytes], 'book.epub', { type: 'application/epub+zip' }))
    view.renderer.setAttribute('flow', 'scrolled')
    view.renderer.setAttribute('margin', '0px')
    view.renderer.setAttribute('max-inline-size', '100000px')
    return { documents: view.book.sections.length, entries: flat(view.book.toc).length }
}

const flat = items => (items ?? []).flatMap(item => [item, ...flat(item.subitems)])

const plain = text => text.replace(/\s+/g, '')

const nameOf = index => view.book.sections[index].id

const shown = () => view.renderer.getContents()[0]

/** Goes where each entry of the contents and of the page list leads, and looks what is there. */
const contents = async () => {
    const faults = []
    for (const { label, href } of flat(view.book.toc)) {
        const fault = await landing(label, href)
        if (fault) {
            faults.push(`${label} (${href}): ${fault}`)
        }
    }

    for (const { label, href } of flat(view.book.pageList)) {
        const { index, anchor } = view.resolveNavigation(href) ?? {}
        if (index === undefined) {
            faults.push(`page ${label} (${href}): leads nowhere`)
        } else if (href.includes('#') && !anchor(await view.book.sections[index].createDocument())) {
            faults.push(`page ${label} (${href}): there is no such place`)
        }
    }

    return faults
}

const landing = async (label, href) => {
    const target = view.resolveNavigation(href)
    if (target?.index === undefined) {
        return 'leads nowhere'
    }

    await view.goTo(href)
    const { doc, index } = shown()
    if (index !== target.index) {
        return `opened ${nameOf(index)}`
    }

    const place = href.includes('#') ? target.anchor(doc) : doc.body
    if (!place) {
        return 'there is no such place'
    }

    const heading = place.matches('h1, h2, h3, h4, h5, h6') ? place : place.querySelector('h1, h2, h3, h4, h5, h6')
    if (heading && !plain(heading.textContent).includes(plain(label)) && !plain(label).includes(plain(heading.textContent))) {
        return `the heading there is “${heading.textContent.trim()}”`
    }

    const { top } = doc.defaultView.frameElement.getBoundingClientRect()
    const at = top + place.getBoundingClientRect().top
    return at > -place.getBoundingClientRect().height - 1 && at < innerHeight ? null : `the screen shows another place (${Math.round(at)} px)`
}

/** Taps each reference to a note. */
const notes = async () => {
    const faults = []
    let count = 0
    for (let i = 0; i < view.book.sections.length; i++) {
        await view.goTo(i)
        for (const a of shown().doc.querySelectorAll('a[role~="doc-noteref"]')) {
            count++
            const fault = await note(a)
            if (fault) {
                faults.push(`${nameOf(i)}: note ${a.textContent}: ${fault}`)
            }
        }
    }

    return { count, faults }
}

const note = async a => {
    const handler = new FootnoteHandler()
    let popped
    // The engine has put the note, and nothing else, into a document by then.
    const rendered = new Promise(resolve => handler.addEventListener('render', ({ detail }) => resolve(popped = { ...detail, text: detail.target.ownerDocument.body.textContent })))
    handler.addEventListener('before-render', e => document.body.append(e.detail.view))
    let handled
    view.addEventListener('link', e => handled = handler.handle(view.book, e), { once: true })
    a.click()
    if (!handled) {
        return 'a tap follows it like any link'
    }

    await Promise.race([Promise.all([handled, rendered]), new Promise(resolve => setTimeout(resolve, 5000))])
    popped?.view.remove()
    return !popped ? 'does not pop up'
        : popped.type !== 'footnote' && popped.type !== 'endnote' ? `pops up a ${popped.type}`
        : plain(popped.text) === '' ? 'pops up empty'
        : null
}

/** Whether everything of one document is on the screen and can be read. */
const oneDocument = async index => {
    await view.goTo(index)
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const { doc } = shown()
    const faults = new Set()
    for (const element of doc.body.querySelectorAll('*')) {
        if (isTooWide(element)) {
            faults.add(`${nameOf(index)}: ${pathOf(element)} is wider than the screen`)
        }

        const ratio = contrastOf(element)
        if (ratio) {
            faults.add(`${nameOf(index)}: ${pathOf(element)} has a contrast of ${ratio.toFixed(1)}`)
        }
    }

    for (const call of doc.body.querySelectorAll('a[role~="doc-noteref"]')) {
        if (beginsLine(call)) {
            faults.add(`${nameOf(index)}: note ${call.textContent} begins a line`)
        }
    }

    return [...faults]
}

/** Whether a note's call stands on the line below the character that it belongs to. */
const beginsLine = call => {
    const text = call.previousSibling
    if (text?.nodeType !== 3) {
        return false
    }

    const before = call.ownerDocument.createRange()
    before.setStart(text, text.data.length - 1)
    before.setEnd(text, text.data.length)
    const last = [...before.getClientRects()].at(-1)
    return last !== undefined && call.getClientRects()[0]?.left < last.left
}

const isTooWide = element => {
    const { defaultView: window } = element.ownerDocument
    if (element.localName === 'pre') {
        return element.scrollWidth > element.clientWidth + rightest
    }

    // Spaces at the end of a line of code hang past the edge (CSS Text 3, 4.1.2), so what is inside says nothing.
    const { right, width } = element.getBoundingClientRect()
    if (width === 0 || right <= window.innerWidth + rightest || element.closest('pre')) {
        return false
    }

    for (let e = element; e && e !== element.ownerDocument.body; e = e.parentElement) {
        if (e.namespaceURI !== 'http://www.w3.org/1999/xhtml' || ['auto', 'scroll', 'hidden'].includes(window.getComputedStyle(e.parentElement).overflowX)) {
            return false
        }
    }

    return true
}

/** The contrast of an element's own text, when it is too little. */
const contrastOf = element => {
    const { defaultView: window } = element.ownerDocument
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' || ![...element.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || element.getClientRects().length === 0) {
        return null
    }

    const style = window.getComputedStyle(element)
    const size = parseFloat(style.fontSize)
    const isLarge = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700)
    const ratio = ratioOf(channels(style.color), backgroundOf(element, window))
    return ratio < (isLarge ? leastContrastOfLarge : leastContrast) ? ratio : null
}

const backgroundOf = (element, window) => {
    for (let e = element; e; e = e.parentElement) {
        const color = channels(window.getComputedStyle(e).backgroundColor)
        if (color[3] > 0.99) {
            return color
        }
    }

    return matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18, 1] : [255, 255, 255, 1]
}

const channels = color => {
    const parts = color.match(/[\d.]+/g).map(Number)
    return [parts[0], parts[1], parts[2], parts[3] ?? 1]
}

const ratioOf = (a, b) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
    return (light + 0.05) / (dark + 0.05)
}

// WCAG 2.2, relative luminance.
const luminance = color => {
    const [r, g, b] = color.slice(0, 3).map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const pathOf = element => {
    const name = element.localName + (element.id ? `#${element.id}` : element.className ? `.${element.className}` : '')
    return `${name} “${element.textContent.trim().slice(0, 20)}”`
}

window.reader = { contents, notes, document: oneDocument }
window.opened = open()
