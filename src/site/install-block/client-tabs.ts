import type { Client } from '../install/types.ts'
import { escapeHtml } from '../text/html.ts'

/** The clients that stand in the first row; the rest are behind "Other". */
const FIRST = ['vscode', 'cursor', 'claude-code', 'claude-desktop', 'codex']

/** The choice of a client: a radio group, and a second one that appears with "Other". */
export function clientTabs(clients: readonly Client[]): string {
  const [first, others] = [clients.filter(isFirst), clients.filter((client) => !isFirst(client))]
  const tabs = first.map(({ id, label }, index) => tab('client', id, label, index === 0))
  const rest = others.map(({ id, label }, index) => tab('other', id, label, index === 0))
  return (
    group('', 'Client', [...tabs, tab('client', 'other', 'Other', false)]) +
    group(' others', 'Other clients', rest)
  )
}

function isFirst({ id }: Client): boolean {
  return FIRST.includes(id)
}

function group(more: string, legend: string, tabs: readonly string[]): string {
  return `<fieldset class="clients${more}"><legend>${legend}</legend>${tabs.join('')}</fieldset>`
}

function tab(name: string, value: string, label: string, isChecked: boolean): string {
  const checked = isChecked ? ' checked' : ''
  return `<label><input type="radio" name="${name}" value="${value}"${checked}>${escapeHtml(label)}</label>`
}
