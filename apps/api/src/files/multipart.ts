import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Fault } from '#libs/domain';

/** A file as it comes in, and the text fields that came before it. */
export interface UploadedFile {
  name: string;
  content: Readable;
  fields: Readonly<Record<string, string>>;
}

/**
 * The field `file` of a multipart form. Text fields are read as far as they stand before it.
 * @throws Fault `file-missing` where the request is no such form, or has no file in it
 */
export async function uploadedFile(request: FastifyRequest): Promise<UploadedFile> {
  if (!request.isMultipart()) throw fileMissing('Send the file as multipart/form-data, in a field named "file".');
  const file = await request.file();
  if (file === undefined || file.fieldname !== 'file')
    throw fileMissing('The form has no file in a field named "file".');
  return { name: file.filename, content: file.file, fields: textsOf(file) };
}

const fileMissing = (detail: string): Fault =>
  new Fault('malformed', 'request-invalid', detail, [{ pointer: '/file', code: 'required', detail }]);

const textsOf = ({ fields }: MultipartFile): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, part]) => {
      const only = Array.isArray(part) ? part[0] : part;
      return only?.type === 'field' && typeof only.value === 'string' ? [[name, only.value]] : [];
    }),
  );
