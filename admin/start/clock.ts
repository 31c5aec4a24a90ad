/** Today in Asia/Ho_Chi_Minh: the one place of the editors' room that reads the clock. */
export function today(): string {
  return Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString();
}
