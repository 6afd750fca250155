import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { Disk } from "flydrive";
import { S3Driver } from "flydrive/drivers/s3";
import type { S3Place } from "./files-url.ts";
import { writeSpoolFile } from "./spool.ts";
import { FileMissingError, type FileStorage, type SpooledFile } from "./storage.ts";

/**
 * Files in an S3-compatible bucket. Credentials come from the usual places of the AWS client (environment, profile,
 * instance role). An upload is received on this machine first: S3 wants to know the length before the first byte, and a
 * PUT is whole or absent by itself, so no temporary key is needed in the bucket.
 */
export function s3Storage(place: S3Place, spoolFolder: string): FileStorage {
  const client = new S3Client({
    region: place.region,
    ...(place.endpoint === undefined ? {} : { endpoint: place.endpoint, forcePathStyle: true }),
    // Many S3-compatible stores do not know the newer checksums; our own SHA-256 stands in the database.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const disk = new Disk(new S3Driver({ client, bucket: place.bucket, visibility: "private", supportsACL: false }));
  const spool = async (content: Readable): Promise<SpooledFile> => {
    const path = await writeSpoolFile(spoolFolder, content);
    const discard = () => rm(path, { force: true });
    return {
      path,
      keep: async (key) => {
        const { size } = await stat(path);
        await disk.putStream(place.prefix + key, createReadStream(path), {
          contentLength: size,
          contentType: "application/octet-stream",
        });
        await discard();
      },
      discard,
    };
  };
  return {
    place: `bucket ${place.bucket} at ${place.endpoint ?? place.region}`,
    spool,
    putStream: async (key, content) => {
      const spooled = await spool(content);
      try {
        await spooled.keep(key);
      } finally {
        await spooled.discard();
      }
    },
    getStream: (key, range) =>
      orMissing(key, async () => {
        const Range = range && `bytes=${range.start}-${range.end}`;
        const answer = await client.send(
          new GetObjectCommand({ Bucket: place.bucket, Key: place.prefix + key, ...(Range && { Range }) }),
        );
        if (!(answer.Body instanceof Readable)) throw new FileMissingError(key);
        return answer.Body;
      }),
    isEmpty: async () => {
      const found = await client.send(
        new ListObjectsV2Command({ Bucket: place.bucket, Prefix: place.prefix, MaxKeys: 1 }),
      );
      return (found.Contents ?? []).length === 0;
    },
    delete: (key) => disk.delete(place.prefix + key),
    size: (key) => orMissing(key, async () => (await disk.getMetaData(place.prefix + key)).contentLength),
  };
}

/** Runs a read and turns the store's "no such key" into our own error, also where flydrive has wrapped it. */
async function orMissing<T>(key: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
      if (cause.name === "NoSuchKey" || cause.name === "NotFound") throw new FileMissingError(key);
    }
    throw error;
  }
}
