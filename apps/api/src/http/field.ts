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
  ValidateBy,
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
const unwritable = /[\p{Cc}\p{Cs}]/u;
const unwritableInLines = /(?![\n\r\t])[\p{Cc}\p{Cs}]/u;

/** Looks for what is unwritable: a pattern that has to match the whole text runs out of stack in a text of millions. */
const isWritable = (lines: boolean, options: { each?: boolean } = {}): PropertyDecorator =>
  ValidateBy(
    {
      name: 'matches',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && !(lines ? unwritableInLines : unwritable).test(value),
      },
    },
    { ...options, message: '$property must not contain control characters or halves of characters' },
  );

/** The largest number a column of whole numbers holds. */
const LARGEST_WHOLE_NUMBER = 2 ** 31 - 1;

export const Text = (limits: Presence & { min?: number; max?: number; lines?: boolean } = {}): PropertyDecorator => {
  const { min = 0, max = 500 } = limits;
  return field(
    limits,
    { type: 'string', minLength: min, maxLength: max, ...(min > 0 ? { pattern: VISIBLE.source } : {}) },
    IsString(),
    MinLength(min),
    MaxLength(max),
    isWritable(limits.lines === true),
    ...(min > 0 ? [Matches(VISIBLE, { message: '$property must not be blank' })] : []),
  );
};

/** A name of blanks alone names nothing; of an empty one its length tells. */
const VISIBLE = /^$|\S/u;

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

/** A list of words out of these. */
export const OneOfEach = (values: readonly string[], limits: Presence & { min?: number }): PropertyDecorator =>
  field(
    limits,
    { type: 'array', items: { type: 'string', enum: [...values] } },
    IsArray(),
    ArrayMinSize(limits.min ?? 0),
    ArrayMaxSize(values.length),
    IsIn(values, { each: true, message: `each of $property must be one of: ${values.join(', ')}` }),
  );

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

/** `Date.parse` takes 30 February for 2 March, and words and numbers for what it makes of them. */
export const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d))?$/.test(text) && isTime(text) && isDay(text.slice(0, 10));

const isTime = (text: string): boolean => !Number.isNaN(Date.parse(text));
const isDay = (text: string): boolean => isTime(text) && new Date(text).toISOString().startsWith(text);

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
    isWritable(limits.lines === true, { each: true }),
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
