import { z } from "zod";
import { designed } from "../evidence";
import { fileGiven, fileToSend } from "../files";
import { Feedback } from "../models";
import { operation, type ServiceInfo } from "../operation";
import { asSeenInProjects } from "./evidence";
import { ofBucket } from "./ident";
import { FileAddress, StoredFile } from "./models";
import { filePathIn } from "./names";
import type { Variant } from "./variant";

/** The files of a bucket as a whole. */
export function handlingFiles(service: ServiceInfo, variant: Variant) {
  const addFiles = operation(service, {
    id: "addFiles",
    tag: "Files",
    method: "POST",
    path: "/raw/{ownerType}/{ownerId}/{bucketId}",
    summary: "Add a file under its own name, in place of a file of that name",
    ...(variant.name === "projects"
      ? { description: "A ZIP is unpacked: each file in it is added, or replaces the one of its name." }
      : {}),
    pathParameters: ofBucket,
    body: fileToSend,
    sends: "file",
    largestFile: variant.largestFile,
    answer: Feedback,
    afterDoubt: "repeat",
    refusals: [404, 413, 422],
    evidence: asSeenInProjects(variant, {
      name: "certain",
      path: "implied",
      body: "certain",
      source: ["platform#operations-of-hale-studio", "platform#upload-of-a-project"],
    }),
  });

  const listFiles = operation(service, {
    id: "listFiles",
    tag: "Files",
    method: "GET",
    path: "/raw/{ownerType}/{ownerId}/{bucketId}",
    summary: "The files of a bucket, ordered by name",
    pathParameters: ofBucket,
    answer: z.array(StoredFile),
    access: "public",
    paged: true,
    refusals: [404],
    evidence: designed("platform#datasets", "the section «Files»"),
  });

  return { addFiles, listFiles };
}

/** A file that the platform gets from an address: an attachment, or metadata that are published elsewhere. */
export function linkingFiles(service: ServiceInfo, variant: Variant) {
  const linkFile = operation(service, {
    id: "linkFile",
    tag: "Files",
    method: "PUT",
    path: "/links/{ownerType}/{ownerId}/{bucketId}/{file}",
    summary: "Get a file from an address, in place of a file that is there",
    description: "The platform downloads the file. The same call again downloads it again.",
    pathParameters: { ...ofBucket, file: filePathIn(variant) },
    body: FileAddress,
    answer: StoredFile,
    refusals: [404, 413, 422],
    evidence:
      variant.name === "attachments"
        ? designed("platform#attachment-links", "attachments by their address")
        : designed("platform#dataset-metadata", "the link to metadata"),
  });
  return { linkFile };
}

/** All files of a bucket at once. That of the project store is hale studio's; the others have one alike. */
export function givingZip(service: ServiceInfo) {
  const zip = {
    tag: "Files",
    method: "GET",
    path: "/zip/{ownerType}/{ownerId}/{bucketId}",
    pathParameters: ofBucket,
    answer: fileGiven,
    gives: "file",
    produces: ["application/zip"],
    access: "public",
    refusals: [404],
  } as const;
  const getProjectFilesAsZip = operation(service, {
    ...zip,
    id: "getProjectFilesAsZip",
    summary: "All files of a transformation project as a ZIP",
    evidence: {
      name: "certain",
      path: "designed",
      body: "certain",
      source: ["platform#operations-of-hale-studio", "platform#upload-of-a-project"],
    },
  });
  const getBucketFilesAsZip = operation(service, {
    ...zip,
    id: "getBucketFilesAsZip",
    summary: "All files of a bucket as a ZIP",
    evidence: designed("platform#schema-files", "the original files «singly or as archive»"),
  });
  return { getProjectFilesAsZip, getBucketFilesAsZip };
}

/** One file, by its path inside the bucket. */
export function handlingOneFile(service: ServiceInfo, variant: Variant) {
  const ofFile = {
    tag: "Files",
    path: "/raw/{ownerType}/{ownerId}/{bucketId}/{file}",
    pathParameters: { ...ofBucket, file: filePathIn(variant) },
  } as const;

  /** Bytes and nothing else, so that no browser takes a file that somebody uploaded for a page of this server. */
  const getFile = operation(service, {
    ...ofFile,
    id: "getFile",
    method: "GET",
    summary: "One file of a bucket",
    answer: fileGiven,
    gives: "file",
    produces: ["application/octet-stream"],
    access: "public",
    refusals: [404],
    evidence: designed("platform#datasets", "the section «Files»"),
  });

  const replaceFile = operation(service, {
    ...ofFile,
    id: "replaceFile",
    method: "PUT",
    summary: "Store a file under a path, in place of a file that is there",
    description: "The name of the part does not count. The file stays as it is, even if it is a ZIP.",
    body: fileToSend,
    sends: "file",
    largestFile: variant.largestFile,
    answer: StoredFile,
    refusals: [404, 413, 422],
    evidence: designed("platform#datasets", "the section «Files»"),
  });

  const deleteFile = operation(service, {
    ...ofFile,
    id: "deleteFile",
    method: "DELETE",
    summary: "Delete one file of a bucket",
    answer: Feedback,
    refusals: [404],
    evidence: designed("platform#datasets", "«delete one file»"),
  });

  return { getFile, replaceFile, deleteFile };
}
