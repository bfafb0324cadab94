import { failed, ok, skipped, warning, type Check } from "../finding";

const DAY = 24 * 60 * 60 * 1000;

/** With fewer days left than this, the check warns. */
const FEW_DAYS = 30;

export const checkCertificate: Check = ({ reach, greeting, distrust, today }) => {
  if (distrust !== undefined) {
    return failed(
      `The certificate or the connection is not accepted: ${distrust.says}.`,
      distrust.remedy,
      "unreachable",
    );
  }
  if (reach?.url.startsWith("http:") === true) {
    return skipped("the address is http:// on this machine");
  }
  if (greeting?.certificate === undefined) {
    return skipped("there is no connection");
  }
  const { protocol, issuer, ends } = greeting.certificate;
  const days = Math.floor((ends - today) / DAY);
  const authority = reach?.ca === undefined ? "" : ", with the authorities of HALECONNECT_CA_FILE";
  const says = `${protocol}, certificate by ${issuer}, ${days} ${days === 1 ? "day" : "days"} left${authority}`;
  return days < FEW_DAYS ? warning(says, "Tell the operator of the server to renew the certificate.") : ok(says);
};
