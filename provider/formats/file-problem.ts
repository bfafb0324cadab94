/** What is wrong with a file: a sentence for people, with the place as far as it is known. */
export interface FileProblem {
  /** Of the file that it is in, as its folder names it. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  /** It keeps nothing from being read; people are told all the same. */
  readonly isRemark?: true;
}

/** A file cannot be read as what it is to be. */
export class FormatError extends Error {
  constructor(readonly problem: FileProblem) {
    super(describeProblem(problem));
    this.name = "FormatError";
  }
}

/** `Addresses.xsd:12:3: it is not XML: …` */
export function describeProblem({ file, line, column, message }: FileProblem): string {
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(":");
  return place === "" ? message : `${place}: ${message}`;
}

/** Runs `read`; what is wrong with the file becomes a value. Any other failure stays one. */
export async function attempt<T>(
  read: () => T | Promise<T>,
): Promise<{ readonly value: T } | { readonly problem: FileProblem }> {
  try {
    return { value: await read() };
  } catch (error) {
    if (error instanceof FormatError) {
      return { problem: error.problem };
    }
    throw error;
  }
}
