/** The parts of an OpenAPI document the tests draw their requests from. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string | string[];
  enum?: string[];
  format?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: unknown;
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>;
}

export interface OpenApi {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, unknown> };
}

export interface Route extends Operation {
  /** e.g. `POST /complaints/{id}/submit`, below /api/v1 */
  name: string;
  method: string;
  path: string;
}

export const routesOf = (document: OpenApi): Route[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const short = path.replace(/^\/api\/v1/, '');
      return { ...operation, method: method.toUpperCase(), path: short, name: `${method.toUpperCase()} ${short}` };
    }),
  );

/** The schema itself, references followed. */
export function resolved(document: OpenApi, schema: Schema): Schema {
  const name = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1);
  if (name === undefined) return schema;
  const found = document.components.schemas[name];
  if (found === undefined) throw new Error(`${name} is referred to and not described`);
  return resolved(document, found);
}

export const jsonBodyOf = (document: OpenApi, route: Route): Schema | null => {
  const schema = route.requestBody?.content['application/json']?.schema;
  return schema === undefined ? null : resolved(document, schema);
};

/** A field of a request: where it stands, and what it must be. */
export interface Field {
  /** names and indexes from the root */
  at: (string | number)[];
  schema: Schema;
  required: boolean;
}

export const pointerOf = (at: readonly (string | number)[]): string => at.map((step) => `/${step}`).join('');

/** Every field of a body that the example has, nested ones too. */
export function fieldsOf(document: OpenApi, schema: Schema, example: unknown, at: (string | number)[] = []): Field[] {
  const own = resolved(document, schema);
  if (own.properties !== undefined) {
    return Object.entries(own.properties).flatMap(([name, property]) => {
      const field = {
        at: [...at, name],
        schema: resolved(document, property),
        required: own.required?.includes(name) === true,
      };
      const value = isObject(example) ? example[name] : undefined;
      return [field, ...fieldsOf(document, property, value, field.at)];
    });
  }
  if (own.items !== undefined && Array.isArray(example) && example.length > 0)
    return fieldsOf(document, own.items, example[0], [...at, 0]);
  return [];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy of the body with another value at this place, or without the field. */
export function withValue(
  body: unknown,
  at: readonly (string | number)[],
  value: { set: unknown } | 'absent',
): unknown {
  const copy = structuredClone(body);
  let parent = copy as Record<string | number, unknown>;
  for (const step of at.slice(0, -1)) {
    parent[step] ??= {};
    parent = parent[step] as Record<string | number, unknown>;
  }
  const last = at.at(-1) ?? '';
  if (value === 'absent') Reflect.deleteProperty(parent, last);
  else parent[last] = value.set;
  return copy;
}

/** A value this schema can't mean. */
export function wrongFor(schema: Schema): unknown {
  if (schema.enum !== undefined) return 'no-such-word';
  switch (schema.type) {
    case 'boolean':
      return 'yes';
    case 'integer':
    case 'number':
      return 'many';
    case 'array':
      return 'one';
    case 'string':
      return schema.format === undefined ? 17 : 'nonsense';
    default:
      return 'text';
  }
}
