/** Looks up TXT records of exactly `domain`, strings of one record joined. Throws `Unreachable` where DNS fails. */
export interface Dns {
  txt(domain: string): Promise<string[]>
}
