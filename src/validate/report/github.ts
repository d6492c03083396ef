import { summarize, type FileReport } from './report.ts'

/** Workflow commands that GitHub shows as annotations beside the lines of a change. */
export function toAnnotations(reports: readonly FileReport[]): string {
  const lines = reports.flatMap(({ file, findings }) =>
    findings.map(({ severity, code, line, column, message, fix }) => {
      const place = `file=${property(file)},line=${line},col=${column},title=${property(code)}`
      return `::${severity} ${place}::${data(fix ? `${message}\n${fix}` : message)}`
    }),
  )
  return `${[...lines, summarize(reports)].join('\n')}\n`
}

/** What GitHub's own toolkit escapes in the text of a command. Without it a file could issue commands of its own. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
