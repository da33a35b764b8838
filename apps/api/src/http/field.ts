import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

/** What each field decorator does twice over: check the input and describe it in OpenAPI, from one statement. */
interface Presence {
  optional?: boolean;
  description?: string;
}

type Class = new () => object;

function field(presence: Presence, schema: ApiPropertyOptions, ...checks: PropertyDecorator[]): PropertyDecorator {
  const description = presence.description === undefined ? {} : { description: presence.description };
  const options = { ...schema, ...description, required: presence.optional !== true } as ApiPropertyOptions;
  return applyDecorators(
    ...checks,
    ...(presence.optional === true ? [IsOptional(), nullIsAbsent] : []),
    ApiProperty(options),
  );
}

/** Programs that have no value for an optional field often send null: it means the same as leaving the field out. */
const nullIsAbsent = Transform(({ value }: { value: unknown }) => value ?? undefined);

/** Control characters and halves of surrogate pairs have no place in what people write; the database takes neither. */
const unwritable = { message: '$property must not contain control characters or halves of characters' };
const writable = /^[^\p{Cc}\p{Cs}]*$/u;
const noControls = Matches(writable, unwritable);
const writableLines = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u;
const noControlsButLines = Matches(writableLines, unwritable);

/** The largest number a column of whole numbers holds. */
const LARGEST_WHOLE_NUMBER = 2 ** 31 - 1;

export const Text = (limits: Presence & { min?: number; max?: number; lines?: boolean } = {}): PropertyDecorator => {
  const { min = 0, max = 500 } = limits;
  return field(
    limits,
    { type: 'string', minLength: min, maxLength: max },
    IsString(),
    MinLength(min),
    MaxLength(max),
    limits.lines === true ? noControlsButLines : noControls,
  );
};

/** An http or https address. */
export const WebAddress = (presence: Presence = {}): PropertyDecorator =>
  field(
    presence,
    { type: 'string', format: 'uri', maxLength: 2000 },
    MaxLength(2000),
    Matches(/^https?:\/\/[^\s/]+\.[^\s]+$/iu, { message: '$property must be a web address like https://example.com' }),
  );

export const IdField = (presence: Presence = {}): PropertyDecorator =>
  field(presence, { type: 'string', format: 'uuid' }, IsUUID());

export const OneOf = (values: readonly string[], presence: Presence = {}): PropertyDecorator =>
  field(presence, { enum: [...values] }, IsIn(values, { message: `$property must be one of: ${values.join(', ')}` }));

export const Flag = (presence: Presence = {}): PropertyDecorator => field(presence, { type: 'boolean' }, IsBoolean());

/** A boolean in a query string. */
export const QueryFlag = (presence: Presence = {}): PropertyDecorator =>
  field(
    presence,
    { type: 'boolean' },
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean(),
  );

export const WholeNumber = (limits: Presence & { min: number; max: number }): PropertyDecorator =>
  field(
    limits,
    { type: 'integer', minimum: limits.min, maximum: limits.max },
    Type(() => Number),
    IsInt(),
    Min(limits.min),
    Max(limits.max),
  );

/** An instant, ISO 8601 with a date at least; becomes a Date. A date alone is midnight UTC. */
export const Instant = (presence: Presence = {}): PropertyDecorator =>
  field(
    presence,
    { type: 'string', format: 'date-time' },
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && isInstant(value) ? new Date(value) : value,
    ),
    IsDate({ message: '$property must be an instant in ISO 8601, e.g. 2026-03-01T12:00:00Z' }),
  );

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d))?$/.test(text) && !Number.isNaN(Date.parse(text));

/** A calendar date, `YYYY-MM-DD`. */
export const CalendarDate = (presence: Presence = {}): PropertyDecorator =>
  field(
    presence,
    { type: 'string', format: 'date' },
    Matches(/^\d{4}-\d\d-\d\d$/, { message: '$property must be a date like 2026-03-01' }),
    IsISO8601({ strict: true }, { message: '$property must be a date of the calendar, like 2026-03-01' }),
  );

/** OpenAPI asks for a class later on only where the function that gives it is called `type`. */
const lazily = (given: () => Class): (() => Class) => {
  const type = (): Class => given();
  return type;
};

export const Part = (type: () => Class, presence: Presence = {}): PropertyDecorator =>
  field(presence, { type: lazily(type) }, IsObject(), ValidateNested(), Type(type));

export const Parts = (type: () => Class, limits: Presence & { min?: number; max: number }): PropertyDecorator =>
  field(
    limits,
    { type: lazily(type), isArray: true },
    IsArray(),
    ArrayMinSize(limits.min ?? 0),
    ArrayMaxSize(limits.max),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(type),
  );

export const Ids = (limits: Presence & { min?: number; max: number }): PropertyDecorator =>
  field(
    limits,
    { type: 'array', items: { type: 'string', format: 'uuid' } },
    IsArray(),
    ArrayMinSize(limits.min ?? 0),
    ArrayMaxSize(limits.max),
    IsUUID(undefined, { each: true }),
  );

/** A form each text must have, and what is said where it hasn't. */
interface Form {
  pattern: RegExp;
  message: string;
}

export const Texts = (
  limits: Presence & { max: number; length?: number; form?: Form; lines?: boolean },
): PropertyDecorator =>
  field(
    limits,
    { type: 'array', items: { type: 'string' } },
    ...(limits.form === undefined ? [] : [Matches(limits.form.pattern, { each: true, message: limits.form.message })]),
    IsArray(),
    ArrayMaxSize(limits.max),
    IsString({ each: true }),
    MaxLength(limits.length ?? 2000, { each: true }),
    Matches(limits.lines === true ? writableLines : writable, { each: true, ...unwritable }),
  );

export const WholeNumbers = (limits: Presence & { max: number }): PropertyDecorator =>
  field(
    limits,
    { type: 'array', items: { type: 'integer', minimum: 0, maximum: LARGEST_WHOLE_NUMBER } },
    IsArray(),
    ArrayMaxSize(limits.max),
    IsInt({ each: true }),
    Min(0, { each: true }),
    Max(LARGEST_WHOLE_NUMBER, { each: true }),
  );
