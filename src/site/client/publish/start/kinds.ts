/** What a publication may start from, and what is asked then. */
export interface StartKind {
  label: string
  /** The label of the field. */
  ask: string
  hint: string
  /** A text of many lines rather than a name. */
  isText?: true
}

export const START_KINDS = {
  npm: { label: 'npm', ask: 'Name of the npm package', hint: 'Such as @acme/weather-mcp.' },
  pypi: { label: 'PyPI', ask: 'Name of the PyPI project', hint: 'Such as acme-weather.' },
  image: {
    label: 'Image',
    ask: 'Reference of the image',
    hint: 'With its tag, such as ghcr.io/acme/weather:1.4.0. Nothing is asked for.',
  },
  address: {
    label: 'Address',
    ask: 'Address of the remote server',
    hint: 'Such as https://api.acme.com/mcp. It is not called.',
  },
  text: {
    label: 'server.json',
    ask: 'A server.json that you have',
    hint: 'Also one that another program wrote with placeholders: those are left out.',
    isText: true,
  },
} as const satisfies Record<string, StartKind>

export type StartKindName = keyof typeof START_KINDS
