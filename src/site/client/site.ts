/**
 * What scripts add to every page, as one file: each further one would be a request of its own. What is not needed at
 * once is loaded when it is.
 */
import { startInstall } from './install/install.ts'
import { startPage } from './page/page.ts'
import { offerPrint } from './print/print.ts'
import { startSearchField } from './search/search-field.ts'

startPage()
const field = document.querySelector<HTMLInputElement>('[data-search]')
if (field) startSearchField(field)

const printer = document.querySelector<HTMLElement>('[data-print]')
if (printer) offerPrint(printer)

const block = document.querySelector<HTMLElement>('.install')
if (block) startInstall(block)
// The page of an old version makes its block when it knows the version.
document.addEventListener('install-block', ({ target }) => startInstall(target as HTMLElement))
