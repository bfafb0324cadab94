/** What a value is. `file`: bytes. `unknown`: the document does not say, or its options differ. */
export type ApiType = "string" | "integer" | "number" | "boolean" | "object" | "array" | "file" | "unknown";

/** Bounds of a value, as the document tells them. */
export interface ApiLimits {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

/** A parameter, or a field of a body or an answer. Members of an object follow it, each with its whole path. */
export interface ApiField {
  /**
   * Names from the outside in. `"[]"` stands for each item of a list.
   * The empty path is the body or the answer itself, if that is no object.
   */
  readonly path: readonly string[];
  readonly type: ApiType;
  /** Of an array: what its items are. */
  readonly items?: ApiType;
  readonly format?: string;
  /** The values that an enumeration allows. */
  readonly values?: readonly string[];
  readonly required: boolean;
  readonly description: string;
  readonly limits?: ApiLimits;
}

/** What a call sends. */
export interface ApiBody {
  readonly sends: "json" | "text" | "file";
  /** If a file is sent as a part of a form, the other parts. */
  readonly fields: readonly ApiField[];
  /** The part of multipart/form-data that the file is. Without it, the file is the whole body. */
  readonly filePart?: string;
  /** Parts of the same form that take a file as well. */
  readonly otherFileParts?: readonly string[];
}

/** What a call gives if it succeeds. */
export interface ApiAnswer {
  readonly status: number;
  readonly gives: "json" | "file" | "nothing";
  readonly isList: boolean;
  /** Where the list stands in the answer; empty if the answer is the list. */
  readonly listAt?: readonly string[];
  /** Of one item of a list, else of the answer. */
  readonly fields: readonly ApiField[];
  /** Fields beside the list, such as totals. */
  readonly beside: readonly ApiField[];
  /** Names of the headers that the document declares, as it writes them. */
  readonly headers?: readonly string[];
}

/** One operation of a document. */
export interface ApiOperation {
  /** Name of the document, as given. */
  readonly document: string;
  /** The document's `operationId`, or `GET /path`. No two operations of a document share it. */
  readonly id: string;
  /** In capitals. */
  readonly method: string;
  /** From the root of the server, with `{name}` for each path parameter. */
  readonly path: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  /** In the order of the path. */
  readonly pathParameters: readonly ApiField[];
  readonly query: readonly ApiField[];
  readonly headers: readonly ApiField[];
  readonly body?: ApiBody;
  readonly answer: ApiAnswer;
  /** Statuses from 400 up that the document names. */
  readonly refusals: readonly number[];
  /** Fields of the body of a refusal: of the first one that has such a body. */
  readonly refusal?: readonly ApiField[];
  readonly needsLogin: boolean;
  readonly deprecated: boolean;
}

/** An API document in the neutral form: Swagger 2.0 and OpenAPI 3 look alike here. */
export interface ApiDocument {
  readonly name: string;
  readonly title: string;
  readonly form: "Swagger 2.0" | "OpenAPI 3";
  /** SHA-256 of the content. Order of keys, white space, and YAML or JSON make no difference. */
  readonly digest: string;
  readonly operations: readonly ApiOperation[];
  /** What could not be read, one line each. */
  readonly remarks: readonly string[];
}
