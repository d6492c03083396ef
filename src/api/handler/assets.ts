/** The files of a built registry, by path relative to its root: `undefined` where there is none. */
export interface Assets {
  get(path: string): Promise<Uint8Array | undefined>
  /** The bytes of a file from `start` up to `end` or its end, on platforms where that costs less than all of it. */
  getPart?(path: string, start: number, end?: number): Promise<Uint8Array | undefined>
}

/** Thrown where a shard or an index is gone: the registry was deployed anew, and an older head names files of before. */
export class Replaced extends Error {}

/** Reads a file that an index or a head has named. */
export async function mustGet(assets: Assets, path: string): Promise<Uint8Array> {
  const bytes = await assets.get(path)
  if (!bytes) throw new Replaced(`${path} is not there`)
  return bytes
}
