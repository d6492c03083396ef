import sax from 'sax'

export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  /** The text directly inside it. */
  text: string
}

/** What XML 1.0 allows in a document; parsers that check it refuse everything else. */
const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/**
 * Reads a document of elements and text, and of nothing else.
 *
 * @throws Error where the document is not well-formed, or holds a comment, a doctype, CDATA or an instruction
 */
export function parseXml(text: string): XmlElement {
  const bad = NO_CHARACTER.exec(text)
  if (bad) throw new Error(`No character of XML: U+${bad[0].codePointAt(0)!.toString(16)}`)
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = sax.parser(true)
  const refuse = (what: string) => (): never => {
    throw new Error(`There is ${what} in the document.`)
  }
  parser.onerror = (error) => {
    throw error
  }
  parser.onopentag = ({ name, attributes }) => {
    // Without namespaces, which this parser is not told to read, attributes are texts.
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  }
  parser.onclosetag = () => void open.pop()
  parser.ontext = (part) => void (open.at(-1)!.text += part)
  parser.oncomment = refuse('a comment')
  parser.ondoctype = refuse('a doctype')
  parser.oncdata = refuse('CDATA')
  parser.onprocessinginstruction = ({ name }) => {
    if (name !== 'xml') throw new Error(`There is an instruction in the document: ${name}`)
  }
  parser.write(text).close()
  if (root.children.length !== 1) throw new Error('A document has one root element.')
  return root.children[0]!
}

/** The elements directly inside with this name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The text of the first element directly inside with this name. */
export function textOf(element: XmlElement, name: string): string | undefined {
  return childrenOf(element, name)[0]?.text
}

/** A document without its words: elements with their attributes' names, in order. */
export function skeletonOf({ name, attributes, children }: XmlElement): string {
  const inside = children.map(skeletonOf).join(' ')
  return `${[name, ...Object.keys(attributes)].join('@')}(${inside})`
}
