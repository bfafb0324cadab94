import { ok, skipped, warning, type Check } from "../finding";

/** Milliseconds that do no harm. */
const MOST = 60_000;

export const checkClock: Check = ({ greeting }) => {
  if (greeting?.ahead === undefined) {
    return skipped(greeting === undefined ? "there is no connection" : "the server does not tell the time");
  }
  const seconds = Math.round(Math.abs(greeting.ahead) / 1000);
  if (Math.abs(greeting.ahead) <= MOST) {
    // The server tells whole seconds.
    return ok(seconds <= 1 ? "the same time as the server" : `${seconds} seconds from the server's`);
  }
  return warning(
    `the clock of this machine is ${seconds} seconds ${greeting.ahead > 0 ? "ahead of" : "behind"} the server's`,
    "Set the clock. With a wrong clock, certificates, tokens and dates are judged wrongly.",
  );
};
