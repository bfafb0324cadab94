import path from "node:path";
import SwaggerParser from "@apidevtools/swagger-parser";
import type { Schema } from "./schema";

export const folder = path.resolve(__dirname, "..", "..", "foreign", "documents");

export const files = ["identity.yaml", "directory.yaml", "storage.yaml", "jobs.json", "catalogue.json"];

/** An operation as its document declares it. */
export interface Declared {
  operationId: string;
  service: string;
  method: string;
  /** The whole path, with what the document puts before all paths. */
  path: string;
  responses: Record<string, Schema | undefined>;
  /** Of a JSON body. */
  request: Schema | undefined;
}

interface ResponseOf {
  schema?: Schema;
  content?: Record<string, { schema: Schema }>;
}

interface OperationOf {
  operationId: string;
  parameters?: { in: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, ResponseOf>;
}

type PathItem = Record<string, OperationOf>;

interface ApiDocument {
  basePath?: string;
  servers?: { url: string }[];
  paths: Record<string, PathItem>;
}

/** Checks a document against its standard, and resolves its references. */
export const validated = async (file: string): Promise<ApiDocument> =>
  (await SwaggerParser.validate(path.join(folder, file))) as unknown as ApiDocument;

/** All operations that the documents declare. */
export async function declaredOperations(): Promise<Declared[]> {
  const lists = await Promise.all(
    files.map(async (file) => {
      const document = await validated(file);
      const base = document.basePath ?? document.servers?.[0]?.url ?? "";
      return Object.entries(document.paths).flatMap(([below, item]) =>
        Object.entries(item)
          .filter(([method]) => method !== "parameters")
          .map(([method, { operationId, responses, parameters, requestBody }]) => ({
            operationId,
            service: path.parse(file).name,
            method,
            path: `${base}${below}`,
            request:
              requestBody?.content["application/json"]?.schema ?? parameters?.find((one) => one.in === "body")?.schema,
            responses: Object.fromEntries(
              Object.entries(responses).map(([status, { schema, content }]) => [
                status,
                schema ?? content?.["application/json"]?.schema,
              ]),
            ),
          })),
      );
    }),
  );
  return lists.flat();
}
