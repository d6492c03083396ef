import type { Package } from '../../../model/server-json.ts'
import type { Kind } from '../../kinds.ts'
import { imageReference, packageReference, registryFlags } from './reference.ts'

/** The fixed words of a command line; the publisher's own arguments stand between and behind them. */
export interface Launcher {
  command: string
  /** Before the runtime arguments. */
  before: readonly string[]
  /** What names the package, with all that must stand directly around it. */
  reference: readonly string[]
  /** Between the reference and the package's own arguments, if it has any. */
  separator: readonly string[]
}

/** Programs that may start a package, by what they are called in `runtimeHint`; the first is what is used without one. */
const PROGRAMS: Partial<Record<Kind, Readonly<Record<string, readonly string[]>>>> = {
  npm: { npx: ['-y'], bunx: [] },
  pypi: { uvx: [] },
  oci: { docker: ['run', '-i', '--rm'], podman: ['run', '-i', '--rm'] },
  nuget: { dnx: [] },
}

/**
 * How a package is started, in the canonical form that clients and allowlists compare. `undefined` where nothing is
 * known to start it, or where its identifier would be read as an option.
 */
export function launcherOf(pack: Package, kind: Kind): Launcher | undefined {
  const programs = PROGRAMS[kind]
  const reference = kind === 'oci' ? imageReference(pack) : packageReference(pack)
  const flags = registryFlags(pack, kind)
  if (!programs || reference === undefined || flags === undefined) return undefined
  const { runtimeHint } = pack
  const command =
    runtimeHint && Object.hasOwn(programs, runtimeHint) ? runtimeHint : Object.keys(programs)[0]!
  const isNuget = kind === 'nuget'
  return {
    command,
    before: programs[command]!,
    reference: isNuget ? [reference, '--yes', ...flags] : [...flags, reference],
    separator: isNuget ? ['--'] : [],
  }
}
