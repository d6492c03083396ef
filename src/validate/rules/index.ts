import type { Rule } from '../rule.ts'
import { ARGUMENT_NAME, ARGUMENT_NAME_MISSING, ARGUMENT_VALUE, POSITIONAL_VALUE } from './arguments.ts'
import { W11 } from './clients-names.ts'
import { CLIENT_RULES } from './clients.ts'
import { DESCRIPTION } from './description.ts'
import { ICON_SIZES, ICON_SOURCE } from './icons.ts'
import { NAME } from './name.ts'
import { IDENTIFIER_SPACES } from './package-identifier.ts'
import { MCPB_HASH, MCPB_URL, OCI_HOST, OCI_REFERENCE } from './package-source.ts'
import { PACKAGE_FORBIDS, PACKAGE_REQUIRES, REGISTRY_BASE, REGISTRY_TYPE } from './package-type.ts'
import { PUBLISHER_META_SIZE } from './publisher-meta.ts'
import { REMOTE_TYPE, REMOTE_URL } from './remotes.ts'
import { EMPTY_REPOSITORY, PARTIAL_REPOSITORY, REPOSITORY, SUBFOLDER } from './repository.ts'
import { NAME_PATH, VERSION_PATH } from './safe-paths.ts'
import { HIDDEN_CHARACTERS, NUL } from './safe-text.ts'
import { CREDENTIALS, PRIVATE_HOST, UNSAFE_URL } from './safe-urls.ts'
import { SCHEMA_RULES } from './schema.ts'
import { SECRETS } from './secrets.ts'
import { STRUCTURE_RULES } from './structure.ts'
import { TEXT_RULES } from './text.ts'
import { BLANK_TITLE, TITLE_LENGTH } from './title.ts'
import { STDIO_URL, TRANSPORT_TYPE, URL_MISSING, URL_TEMPLATE } from './transport.ts'
import { BASE_URL_FORM } from './uri.ts'
import { LATEST, RANGE, VERSION_LENGTH } from './version.ts'
import { WEBSITE } from './website.ts'

/** Every rule about a `server.json`, by code: `R200`–`R299`, then the warnings about clients. */
export const RULES: readonly Rule[] = [
  ...TEXT_RULES,
  ...STRUCTURE_RULES,
  BASE_URL_FORM,
  ...SCHEMA_RULES,
  NAME,
  DESCRIPTION,
  TITLE_LENGTH,
  BLANK_TITLE,
  LATEST,
  RANGE,
  REPOSITORY,
  SUBFOLDER,
  WEBSITE,
  ICON_SOURCE,
  ICON_SIZES,
  VERSION_LENGTH,
  NUL,
  EMPTY_REPOSITORY,
  PARTIAL_REPOSITORY,
  IDENTIFIER_SPACES,
  ARGUMENT_NAME_MISSING,
  ARGUMENT_NAME,
  ARGUMENT_VALUE,
  POSITIONAL_VALUE,
  TRANSPORT_TYPE,
  STDIO_URL,
  URL_MISSING,
  URL_TEMPLATE,
  REMOTE_URL,
  PUBLISHER_META_SIZE,
  REMOTE_TYPE,
  REGISTRY_TYPE,
  REGISTRY_BASE,
  PACKAGE_FORBIDS,
  PACKAGE_REQUIRES,
  MCPB_HASH,
  OCI_REFERENCE,
  OCI_HOST,
  MCPB_URL,
  PRIVATE_HOST,
  CREDENTIALS,
  HIDDEN_CHARACTERS,
  VERSION_PATH,
  NAME_PATH,
  UNSAFE_URL,
  SECRETS,
  ...CLIENT_RULES,
  W11,
].sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }))
