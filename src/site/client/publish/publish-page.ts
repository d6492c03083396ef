/**
 * The form that makes a `server.json`. The document has two faces, the form and its text, and either can be edited;
 * nothing leaves the page but the questions to package registries that a person asks for.
 */
import { serverText } from '../../../publish/server-text.ts'
import { CURRENT_SCHEMA_URL } from '../../../validate/schema/dates.ts'
import { openEditor } from './document/editor.ts'
import { readText } from './document/read-text.ts'
import { openDraft } from './draft.ts'
import { openReport } from './findings/report.ts'
import { openCounter } from './form/counter.ts'
import { openForm } from './form/form.ts'
import { openNameHelp } from './form/name-help.ts'
import { clearSuggestions, offerSuggestions } from './form/suggestions.ts'
import { copyFrom } from './hand-over/copied.ts'
import { openHandOver } from './hand-over/hand-over.ts'
import { openJudge } from './findings/judge.ts'
import { openStart } from './start/start.ts'
import { takeOver } from './start/take-over.ts'

const page = document.querySelector<HTMLElement>('.publish')!
const part = <Kind extends HTMLElement>(selector: string): Kind => page.querySelector<Kind>(selector)!
const { base = '/', metaKey = '', repository, site = '' } = page.dataset
const fields = part('.server-fields')
const area = part<HTMLTextAreaElement>('#text')
const note = part('.note')
const undo = part<HTMLButtonElement>('button.undo')
const wanted = new URLSearchParams(location.search).get('server')?.trim() ?? ''

let current: object = {}
let cleared = ''

const draft = openDraft(wanted)
const editor = openEditor(area, part('.numbers'), readTyped)
const counter = openCounter(part('[data-counter]'))
const form = openForm(fields, (next, did) => {
  showDocument(next)
  if (did) say(did)
})
const handOver = openHandOver(part('.hand-over'), repository)
const report = openReport(page, { form: fields, editor, site })
const judge = openJudge(report.show)

/** Takes a document over from anywhere but its text. */
function showDocument(next: object): void {
  current = Object.keys(next).length > 0 ? { $schema: CURRENT_SCHEMA_URL, ...next } : next
  form.show(current)
  showText(Object.keys(current).length > 0 ? serverText(current) : '')
}

/** Takes a text over from anywhere but the text area. */
function showText(text: string): void {
  editor.show(text)
  settle(text, current)
}

function readTyped(text: string): void {
  const read = readText(text)
  if (read) {
    current = read
    form.show(current)
  }
  settle(text, read)
}

/** What follows from every change. A text that is no document cannot be shown by the form, which waits until it is. */
function settle(text: string, read: object | undefined): void {
  undo.hidden = true
  form.enable(read !== undefined)
  part('.unreadable').hidden = read !== undefined
  clearSuggestions(fields, current)
  counter(current)
  handOver.show(read, text)
  draft.keep(text)
  if (text.trim() === '') report.clear()
  else judge(text)
}

function say(sentence: string): void {
  note.textContent = sentence
}

openStart(part<HTMLFormElement>('form.start'), (clue, kind) => {
  const { document: next, missing } = takeOver(kind === 'text' ? {} : current, clue)
  showDocument(next)
  offerSuggestions(fields, missing, (pointer, value) =>
    showDocument({ ...current, [pointer.slice(1)]: value }),
  )
})
openNameHelp(
  part('.name-help'),
  () => current,
  (name) => {
    showDocument({ ...current, name })
    part('#at-name').focus()
  },
)
copyFrom(part('.copy-file'), area, say)
for (const button of page.querySelectorAll<HTMLElement>('figure .copy'))
  copyFrom(button, button.closest('figure')!.querySelector('code')!, say)

page.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest('button')
  if (button?.matches('.start-over')) startOver()
  if (button === undo) {
    const text = cleared
    editor.show(text)
    readTyped(text)
    say('It is back.')
    area.focus()
  }
})

function startOver(): void {
  cleared = area.value
  report.forget()
  showDocument({})
  say('Started over.')
  undo.hidden = cleared.trim() === ''
  if (wanted) void showNextVersion()
  part<HTMLElement>('form.start input:checked').focus()
}

async function showNextVersion(): Promise<void> {
  try {
    const { nextVersionOf } = await import('./start/next-version.ts')
    const { document: next, sentence } = await nextVersionOf({ base, metaKey }, wanted)
    if (next) showDocument(next)
    say(sentence)
  } catch (error) {
    console.error(error)
    say('A part of this page could not be loaded. Reload it to try again.')
  }
}

const left = draft.read()
if (left.trim()) {
  editor.show(left)
  readTyped(left)
  say('This is what you left here, kept in this browser only.')
} else {
  // Browsers fill in what was typed before a reload.
  showDocument({})
  if (wanted) void showNextVersion()
}
