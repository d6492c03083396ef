import { checkOci } from '../packages/oci.ts'
import { eachPackage } from '../packages/each-package.ts'
import type { GateRule } from '../rule.ts'

export const PACKAGE_OCI: GateRule = {
  code: 'R404',
  title: 'An image does not name this server',
  passed: 'Every image names its server.',
  why: 'Anybody can list any image. The label in its config shows that the people who push it agree.',
  fix: 'Add `LABEL io.modelcontextprotocol.server.name="<server name>"` to the Dockerfile, and push the image with a new tag.',
  example: 'FROM node:24\nENTRYPOINT ["node", "server.js"]',
  network: true,
  check: (change, context) => eachPackage('oci', checkOci, change, context),
}
