import type { Page } from 'playwright-core'

export type Markup = 'text/html' | 'application/xml'

/** The kinds of elements of a document: each with its place, its attributes, and where its addresses lead. */
export interface Skeleton {
  kinds: ReadonlySet<string>
  /** Elements that load, run, send or redirect, in order. */
  active: readonly string[]
}

const ACTIVE =
  /(?:^|>)(?:script|style|link|meta|base|iframe|object|embed|form|img|image|video|audio|source)\[/

/**
 * What is left of documents without their words, as a browser reads them.
 *
 * @param page any page; the documents are read in it and never shown
 */
export async function skeletonsOf(
  page: Page,
  documents: readonly string[],
  markup: Markup,
): Promise<Skeleton[]> {
  const lists = await page.evaluate(readSkeletons, { documents, markup })
  return lists.map((signatures) => ({
    kinds: new Set(signatures),
    active: signatures.filter((signature) => ACTIVE.test(signature)),
  }))
}

/** Runs in the browser, so it stands on its own. */
function readSkeletons({ documents, markup }: { documents: readonly string[]; markup: Markup }): string[][] {
  const ADDRESSES = [
    'href',
    'src',
    'srcset',
    'action',
    'formaction',
    'data',
    'poster',
    'cite',
    'xlink:href',
    'content',
  ]
  return documents.map((text) => [...signatures(new DOMParser().parseFromString(text, markup))])

  function* signatures(document: Document): Generator<string> {
    for (const element of document.querySelectorAll('*')) {
      // Places for line breaks come with the letters of a word.
      if (element.localName === 'wbr') continue
      // How code is coloured is up to the code.
      const isCode = element.localName === 'code'
      const attributes = [...element.attributes].filter(({ name }) => !(isCode && name === 'class'))
      yield `${placeOf(element)}[${attributes.map(attributeOf).sort().join(' ')}]`
      if (element.getAttribute('type') === 'html' && markup === 'application/xml')
        for (const inside of signatures(
          new DOMParser().parseFromString(element.textContent ?? '', 'text/html'),
        ))
          yield `html in xml: ${inside}`
    }
    const walker = document.createTreeWalker(
      document,
      NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_PROCESSING_INSTRUCTION,
    )
    while (walker.nextNode()) yield `a comment or instruction: ${walker.currentNode.nodeName}`
  }

  function placeOf(element: Element): string {
    const parent = element.parentElement
    return parent ? `${placeOf(parent)}>${element.localName}` : element.localName
  }

  function attributeOf({ name, value }: Attr): string {
    if (!ADDRESSES.includes(name)) return name
    if (name === 'content') return /^\s*\d+\s*;/.test(value) ? 'content=refresh' : name
    if (!URL.canParse(value, 'https://site.example/')) return `${name}=broken`
    const { protocol, host } = new URL(value, 'https://site.example/')
    return `${name}=${protocol}//${host}`
  }
}
