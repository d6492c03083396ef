import type { Answers, Field } from '../../install/types.ts'

/**
 * What a person has typed, by the ids of fields. It lives in the page's controls and nowhere else.
 *
 * @param shown the part of the page that has a row for each of the fields, in the same order
 */
export function readAnswers(shown: HTMLElement, fields: readonly Field[]): Answers {
  const rows = shown.querySelectorAll('.inputs .control')
  const answers: Record<string, string | string[]> = {}
  fields.forEach(({ id, isRepeated }, index) => {
    const controls = rows[index]!.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')
    const values = [...controls].map(({ value }) => value).filter((value) => value !== '')
    if (values.length > 0) answers[id] = isRepeated ? values : values[0]!
  })
  return answers
}
