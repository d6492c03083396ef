/** The shape of a JSON value. One table drives the messages, the quick check and the official 422 answers. */
export type Shape = StringShape | ObjectShape | ArrayShape | MapShape | { type: 'boolean' } | { type: 'free' }

export interface StringShape {
  type: 'string'
  /** In code points. */
  min?: number
  max?: number
  pattern?: RegExp
  /** Must be readable by Go's `url.Parse`. */
  uri?: true
  oneOf?: readonly string[]
  /** Values that strict clients know. The official structure layer leaves these to other layers. */
  clients?: readonly string[]
}

export interface ObjectShape {
  type: 'object'
  fields: Readonly<Record<string, Shape>>
  required?: readonly string[]
}

export interface ArrayShape {
  type: 'array'
  items: Shape
}

/** An object with any keys. */
export interface MapShape {
  type: 'map'
  values: Shape
}

export const text = (limits: Omit<StringShape, 'type'> = {}): StringShape => ({ type: 'string', ...limits })
export const boolean: Shape = { type: 'boolean' }
export const list = (items: Shape): ArrayShape => ({ type: 'array', items })
export const map = (values: Shape): MapShape => ({ type: 'map', values })
export const object = (fields: Record<string, Shape>, required: string[] = []): ObjectShape => ({
  type: 'object',
  fields,
  required,
})
/** Any object, whatever is in it. */
export const free: Shape = { type: 'free' }
