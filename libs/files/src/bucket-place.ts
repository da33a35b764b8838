import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Place } from './place.js';

/**
 * An S3 bucket: `s3://bucket/prefix?region=…&endpoint=…`. Credentials are found as every AWS client finds them
 * (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, the machine's role).
 */
export function bucketPlace(url: URL): Place {
  const endpoint = url.searchParams.get('endpoint');
  const client = new S3Client({
    region: url.searchParams.get('region') ?? 'us-east-1',
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
  });
  const folders = url.pathname.split('/').filter((part) => part !== '');
  const at = (key: string): { Bucket: string; Key: string } => ({
    Bucket: url.hostname,
    Key: [...folders, key].join('/'),
  });
  return {
    has: async (key) => {
      try {
        await client.send(new HeadObjectCommand(at(key)));
        return true;
      } catch (problem) {
        if (problem instanceof Error && problem.name === 'NotFound') return false;
        throw problem;
      }
    },
    take: async ({ path, size }, key) => {
      await client.send(new PutObjectCommand({ ...at(key), Body: createReadStream(path), ContentLength: size }));
    },
    open: async (key, from) => {
      const range = from === 0 ? {} : { Range: `bytes=${from}-` };
      try {
        const { Body: body } = await client.send(new GetObjectCommand({ ...at(key), ...range }));
        if (body instanceof Readable) return body;
      } catch (problem) {
        // a range that begins at the end of an object is refused, where a file there just gives nothing
        if (from > 0 && problem instanceof Error && problem.name === 'InvalidRange') return Readable.from([]);
        throw problem;
      }
      throw new Error(`the bucket gave no stream for ${key}`);
    },
  };
}
