import type { LoadedCase } from "../cases/load.ts";
import { findCertificate } from "../certificates/find.ts";
import { certificateNumberOf } from "../certificates/number.ts";
import { putIntoRegister } from "../certificates/register.ts";
import type { House } from "../house.ts";
import type { CertificateItem } from "../store/certificate-item.ts";
import type { Registration } from "../store/seat-items.ts";
import { metCountOf } from "./check-in.ts";

/** The number of the certificate that goes with a registration: each has one of its own. */
const numberOf = ({ config }: Pick<House, "config">, { pk, sk, number }: Registration): string =>
  certificateNumberOf(config.linkSecret, `${pk} ${sk} ${number}`);

/** Certifies what its process says of somebody who was there; done again it is the same certificate. */
export async function certifySeat(
  house: Pick<House, "table" | "clock" | "config">,
  loaded: LoadedCase,
  registration: Registration,
): Promise<void> {
  const says = loaded.process.seats?.certifies?.(loaded.file, {
    ...registration,
    met: metCountOf(registration),
  });
  if (!says) return;
  await putIntoRegister(house, loaded, says, {
    number: numberOf(house, registration),
    now: house.clock.now(),
  });
}

/** The certificate of a registration, once there is one. */
export const certificateOfSeat = (
  house: Pick<House, "table" | "config">,
  registration: Registration,
): Promise<CertificateItem | undefined> => findCertificate(house.table, numberOf(house, registration));
