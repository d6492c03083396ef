import { codePoints } from '../../../../validate/go/text.ts'
import { textAt } from '../document/place.ts'

/** Counts the characters of a text beside its limit, as the validator counts them. */
export function openCounter(counter: HTMLElement): (document: object) => void {
  const { counter: pointer = '', limit = '' } = counter.dataset
  return (document) => {
    const count = codePoints(textAt(document, pointer))
    counter.textContent = `${count}/${limit}`
    counter.classList.toggle('over', count > Number(limit))
  }
}
