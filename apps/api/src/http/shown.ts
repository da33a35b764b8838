import { ApiProperty } from '@nestjs/swagger';

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
export const ShowsCounts = (): PropertyDecorator => shown({ type: 'object', additionalProperties: { type: 'number' } });
export const ShowsFlags = (): PropertyDecorator => shown({ type: 'object', additionalProperties: { type: 'boolean' } });
export const ShowsObject = (options: Nullable = {}): PropertyDecorator =>
  shown({ type: 'object', additionalProperties: true }, options.nullable);
export const ShowsPart = (type: () => new () => object, options: Nullable = {}): PropertyDecorator =>
  shown(options.nullable === true ? { type, nullable: true } : { type });
export const ShowsParts = (type: () => new () => object): PropertyDecorator => shown({ type, isArray: true });
/** A schema of its own, for shapes that no class describes. */
export const Shows = (schema: object): PropertyDecorator => shown(schema);
export const ShowsOneOf = (values: readonly string[], options: Nullable = {}): PropertyDecorator =>
  shown({ type: 'string', enum: [...values] }, options.nullable);
