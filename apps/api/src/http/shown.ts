import { ApiProperty } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';

/** Describes a field of a response in OpenAPI. */
const shown = (schema: object, nullable = false): PropertyDecorator =>
  ApiProperty({ ...schema, required: true, ...(nullable ? { nullable: true } : {}) });

interface Nullable {
  nullable?: boolean;
}

export const ShowsText = (options: Nullable = {}): PropertyDecorator => shown({ type: 'string' }, options.nullable);
export const ShowsInstant = (options: Nullable = {}): PropertyDecorator =>
  shown({ type: 'string', format: 'date-time' }, options.nullable);
export const ShowsNumber = (options: Nullable = {}): PropertyDecorator => shown({ type: 'number' }, options.nullable);
export const ShowsFlag = (options: Nullable = {}): PropertyDecorator => shown({ type: 'boolean' }, options.nullable);
export const ShowsTexts = (): PropertyDecorator => shown({ type: 'array', items: { type: 'string' } });
export const ShowsNumbers = (): PropertyDecorator => shown({ type: 'array', items: { type: 'number' } });
/** A number under some of these names, e.g. how many items came to each outcome. */
export const ShowsCounts = (names: readonly string[]): PropertyDecorator => Shows(someOf(names, 'number'));
/** Yes or no under some of these names; a name left out was not answered. */
export const ShowsFlags = (names: readonly string[]): PropertyDecorator => Shows(someOf(names, 'boolean'));
export const ShowsObject = (options: Nullable = {}): PropertyDecorator =>
  shown({ type: 'object', additionalProperties: true }, options.nullable);
export const ShowsPart = (type: () => new () => object, options: Nullable = {}): PropertyDecorator =>
  shown({ type: () => type() }, options.nullable);
export const ShowsParts = (type: () => new () => object): PropertyDecorator =>
  shown({ type: () => type(), isArray: true });
/** A schema of its own, for shapes that no class describes; in one of an object, `required` names the fields it always has. */
export const Shows = (schema: object, presence: { optional?: boolean } = {}): PropertyDecorator => {
  const required = presence.optional !== true;
  return ApiProperty({
    ...schema,
    ...('properties' in schema ? { selfRequired: required } : { required }),
  } as ApiPropertyOptions);
};
/** The schema of an object that has some of these fields, all of one type. */
export const someOf = (names: readonly string[], type: 'number' | 'boolean' | 'string'): object => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type }])),
});
export const ShowsOptionalText = (): PropertyDecorator => Shows({ type: 'string' }, { optional: true });
export const ShowsOneOf = (values: readonly string[], options: Nullable = {}): PropertyDecorator =>
  shown({ type: 'string', enum: [...values] }, options.nullable);
