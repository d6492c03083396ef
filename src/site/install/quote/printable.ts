// Controls, format characters (among them all that turn the direction of text), halves of characters, private ones.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u

/** Whether a text is one line that reads the way it is stored, so that people can judge a command before they run it. */
export function isPrintable(text: string): boolean {
  return !UNSEEN.test(text)
}
