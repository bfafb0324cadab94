import type { ContractInForce } from "../binding/in-force";
import * as accounts from "../contract/accounts";
import { HaleconnectError, catalogue } from "../errors";
import { readAnswer } from "./answer";
import { refusedLogin, type GivenLogin } from "./credentials";
import { requestInfoOf } from "./request-info";
import type { Exchange } from "./exchange";
import { notThere } from "./identity";
import type { Answer } from "./outcome";
import { signOnIn } from "./probing/sign-on";
import type { Masking } from "./redact";
import { listen, placeOf, refusalOf, type Said } from "./refusal";
import { toRequest } from "./request";
import { isUnreadable } from "./retry";

/** Logs in and gives the session's token (docs/platform.md#login-and-tokens). */
export async function loginWith(
  login: GivenLogin,
  exchange: Exchange,
  masking: Masking,
  contract?: ContractInForce,
): Promise<string> {
  const operation = accounts.login;
  const { username, password } = login;
  const body = { username, password: password.reveal() };
  const binding = contract?.bindingOf(operation);
  const request = await toRequest(exchange.server, operation, { body }, { binding });
  const place = placeOf(request, exchange.server);
  const answer = await exchange.send(requestInfoOf(operation, binding), request);
  if (answer.status === 401) {
    const { message } = listen(operation, answer, masking, contract);
    throw new HaleconnectError("HC1002", {
      what: `The login of ${username} was rejected${message === "" ? "" : `: ${message}`}`,
      where: place,
      ...refusedLogin(login),
    });
  }
  const signOn = signOnIn(exchange.server, answer);
  if (signOn !== undefined || answer.status === 403) {
    throw noPassword(listen(operation, answer, masking, contract), place, signOn);
  }
  if (isNoPlatform(answer)) {
    throw notThere(exchange.server, place, answer, { expected: "has its login" });
  }
  if (answer.status < 200 || answer.status >= 300) {
    throw refusalOf(listen(operation, answer, masking, contract), place);
  }
  const { token } = await readAnswer(operation, answer, place, {
    asked: { path: {}, query: {}, body: { username } },
    binding,
  });
  return token;
}

/** 403 is no word about the credentials: the login itself is not allowed. */
function noPassword({ message, status }: Said, place: string, signOn: string | undefined): HaleconnectError {
  const why =
    signOn === undefined
      ? "The server does not allow this login. Single sign-on is one possible reason. The account may also be locked, or the address of this machine not allowed."
      : `${catalogue.HC1008.cause} It sends people to ${signOn} to sign in.`;
  const title = signOn === undefined ? "The server does not allow this login" : catalogue.HC1008.title;
  return new HaleconnectError("HC1008", {
    what: `${title}${message === "" ? "" : `: ${message}`}`,
    where: `${place}, status ${status}`,
    why,
    ...(signOn === undefined
      ? {
          remedy:
            "Ask the operator of the platform why. If people sign in through an identity provider, get a token of the platform, and set HALECONNECT_TOKEN to it.",
        }
      : {}),
  });
}

/** No such path, or a page for people. */
function isNoPlatform(answer: Answer): boolean {
  return answer.status === 404 || answer.status === 405 || isUnreadable(answer);
}
