import type { Package } from '../../model/server-json.ts'
import { isPublicBase } from '../../validate/registry-bases.ts'

/** Whether a package of a central registry can be looked up: rules R280–R283 say what is wrong where it cannot. */
export function isPlainPackage(item: Package): item is Package & { version: string } {
  const { registryType, registryBaseUrl = '', identifier, version = '' } = item
  const isCentral = registryBaseUrl === '' || isPublicBase(registryType, registryBaseUrl)
  return identifier !== '' && version !== '' && isCentral
}
