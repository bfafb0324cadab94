import { startForeign } from ".";

/** Starts the platform from a terminal: `npx ts-node -T test/foreign/main.ts [port]`. Ctrl-C ends it. */
async function main(): Promise<void> {
  const [, , port] = process.argv;
  const foreign = await startForeign(port === undefined ? {} : { port: Number(port) });
  const { url, username, password } = foreign;
  console.log(JSON.stringify({ url, username, password }));
  const end = () => void foreign.close();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}

main().catch((error: unknown) => {
  console.error(`The foreign server does not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
