import pc from "picocolors";

export type Colours = ReturnType<typeof pc.createColors>;

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The two streams of a command: what it was asked for, and what it has to say about that. */
export class Terminal {
  readonly colours: Colours;
  /** Of the diagnostics, which may go elsewhere than the result. */
  readonly quietColours: Colours;

  constructor(
    readonly stdout: Output,
    readonly stderr: Output,
    env: NodeJS.ProcessEnv,
  ) {
    const isWanted = (stream: Output): boolean => stream.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb";
    this.colours = pc.createColors(isWanted(stdout));
    this.quietColours = pc.createColors(isWanted(stderr));
  }

  result(text: string): void {
    this.stdout.write(`${text}\n`);
  }

  /** One line for a machine. */
  json(value: unknown): void {
    this.stdout.write(`${JSON.stringify(value)}\n`);
  }

  note(text: string): void {
    this.stderr.write(`${text}\n`);
  }

  warn(text: string): void {
    this.stderr.write(`${this.quietColours.yellow("warning:")} ${text}\n`);
  }

  fail(text: string): void {
    this.stderr.write(`${this.quietColours.red("error:")} ${text}\n`);
  }
}
