import { isPrintable } from './printable.ts'

/**
 * What passes unharmed through PowerShell, through the argument rules of Windows, and through cmd.exe, which runs the
 * `.cmd` files that stand for programs like `npx` and reads `& | < > ^ % ! "` on the way.
 */
const SAFE = /^[A-Za-z0-9_@+=:,./\\{}$~# ?-]+$/
const BARE = /^(?:[A-Za-z_][\w.-]*|--?[A-Za-z][A-Za-z-]*)$/

/** One word of a PowerShell command line. PowerShell takes the typographic single quotes for plain ones. */
export function quotePowershell(word: string): string {
  return BARE.test(word) ? word : `'${word.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`
}

/** Whether a word means itself on every way that it may take on Windows. */
export function isSafeOnWindows(word: string): boolean {
  // Quotes are put around spaces, and a backslash would escape the last of them.
  return SAFE.test(word) && isPrintable(word) && !(word.includes(' ') && word.includes('\\'))
}

/** A PowerShell command line; `undefined` where a word could become something else on its way. */
export function powershellCommand(words: readonly string[]): string | undefined {
  return words.every(isSafeOnWindows) ? words.map(quotePowershell).join(' ') : undefined
}
