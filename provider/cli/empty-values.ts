import type { Command } from "commander";

/** A variable of a pipeline that is not set leaves an empty value, which would mean something else than its name says. */
export function refuseEmptyValues(command: Command): void {
  const option = command.options.find((it) => {
    const name = it.attributeName();
    return command.getOptionValueSource(name) === "cli" && [command.getOptionValue(name)].flat().some(isEmpty);
  });
  const argument = command.registeredArguments.find((_it, index) =>
    isEmpty([command.processedArgs[index] as unknown].flat()[0]),
  );
  const place = option?.long ?? argument?.name();
  if (place !== undefined) {
    throw emptyValue(place);
  }
}

/** The error of a value, or of one of several values with commas in between, that is empty. */
export function emptyValue(place: string): Error {
  const { HaleconnectError } = require("../errors") as typeof import("../errors");
  return new HaleconnectError("HC1007", {
    what: `${place} has an empty value`,
    where: place,
    why: "An empty value says nothing. A variable that is not set leaves one.",
    remedy: `Give ${place} a value, or leave it out.`,
  });
}

function isEmpty(value: unknown): boolean {
  return typeof value === "string" && value.trim() === "";
}
