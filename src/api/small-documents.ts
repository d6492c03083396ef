import packageJson from '../../package.json' with { type: 'json' }
import { toJson } from './json.ts'

/** GET …/health. There is no GitHub client id: nobody logs in here. */
export function healthDocument(): string {
  return `${toJson({ status: 'ok' })}\n`
}

/** GET …/ping. */
export function pingDocument(): string {
  return `${toJson({ pong: true })}\n`
}

/** GET …/version. The registry was built from a commit, so its time is the data's, not the build's. */
export function versionDocument({ commit = '', updatedAt }: { commit?: string; updatedAt: string }): string {
  return `${toJson({ version: `v${packageJson.version}`, git_commit: commit, build_time: updatedAt })}\n`
}
