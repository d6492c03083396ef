import type { GateRule, RuleTexts } from '../rule.ts'
import { ABOUT_NOTHING } from './about-nothing.ts'
import { CHECK_FAILED } from './check-failed.ts'
import { CONFLICTS } from './conflicts.ts'
import { DOCUMENT_RULES } from './document.ts'
import { FILE_MODE } from './file-mode.ts'
import { FILE_SIZE } from './file-size.ts'
import { FOLDER_NAMES } from './folder-names.ts'
import { LETTER_CASE } from './letter-case.ts'
import { LOOK_ALIKE } from './look-alike.ts'
import { MANY_REQUESTS } from './many-requests.ts'
import { MERGED_REGISTRY } from './merged-registry.ts'
import { MIRRORED_SERVER } from './mirrored-server.ts'
import { MIXED_SCRIPTS } from './mixed-scripts.ts'
import { MOVED_TO } from './moved-to.ts'
import { NAMESPACE_FORM } from './namespace-form.ts'
import { NEW_ACCOUNT } from './new-account.ts'
import { NOTHING_CHANGES } from './nothing-changes.ts'
import { ODD_PATH } from './odd-path.ts'
import { ONE_NAMESPACE } from './one-namespace.ts'
import { OTHER_FILES } from './other-files.ts'
import { OWNER_CHANGE } from './owner-change.ts'
import { OWNERSHIP } from './ownership.ts'
import { PACKAGE_CARGO } from './package-cargo.ts'
import { PACKAGE_MCPB } from './package-mcpb.ts'
import { PACKAGE_NPM } from './package-npm.ts'
import { PACKAGE_NUGET } from './package-nuget.ts'
import { PACKAGE_OCI } from './package-oci.ts'
import { PACKAGE_PYPI } from './package-pypi.ts'
import { PATH_PLACE } from './path-place.ts'
import { PROOF_FILE } from './proof-file.ts'
import { PUBLISHED_FILE } from './published-file.ts'
import { REGISTRY_FILES } from './registry-files.ts'
import { REMOTE_IN_USE } from './remote-in-use.ts'
import { REMOVED_VERSION } from './removed-version.ts'
import { STATEMENT_RULES } from './statements.ts'
import { TAKEN_DOWN } from './taken-down.ts'
import { TOO_MANY_VERSIONS } from './too-many-versions.ts'
import { TOO_MUCH } from './too-much.ts'

/** Every rule of the gate, by code. All of them are asked about every change. */
export const RULES: readonly GateRule[] = [
  PATH_PLACE,
  FOLDER_NAMES,
  FILE_MODE,
  FILE_SIZE,
  ...STATEMENT_RULES,
  CONFLICTS,
  NOTHING_CHANGES,
  TOO_MUCH,
  ODD_PATH,
  OTHER_FILES,
  ONE_NAMESPACE,
  PUBLISHED_FILE,
  REMOVED_VERSION,
  REGISTRY_FILES,
  ABOUT_NOTHING,
  MOVED_TO,
  PROOF_FILE,
  MIRRORED_SERVER,
  ...DOCUMENT_RULES,
  OWNERSHIP,
  OWNER_CHANGE,
  NAMESPACE_FORM,
  TAKEN_DOWN,
  PACKAGE_NPM,
  PACKAGE_PYPI,
  PACKAGE_NUGET,
  PACKAGE_OCI,
  PACKAGE_MCPB,
  PACKAGE_CARGO,
  LOOK_ALIKE,
  MIXED_SCRIPTS,
  NEW_ACCOUNT,
  MANY_REQUESTS,
  REMOTE_IN_USE,
  TOO_MANY_VERSIONS,
  LETTER_CASE,
  MERGED_REGISTRY,
].sort(byCode)

/** Everything that a finding may point to, by code. */
export const EXPLAINED: readonly (RuleTexts & Pick<GateRule, 'network'>)[] = [...RULES, CHECK_FAILED].sort(
  byCode,
)

function byCode(a: RuleTexts, b: RuleTexts): number {
  return a.code.localeCompare(b.code, 'en', { numeric: true })
}
