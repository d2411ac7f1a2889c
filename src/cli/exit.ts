/** What the shell is told. Scripts depend on these. */
export const exit = {
  done: 0,
  findings: 1,
  usage: 2,
  partial: 3,
  nothingRead: 4,
  store: 5,
  unsound: 6,
  defect: 70,
  refused: 71,
  outputLost: 74,
  interrupted: 130,
  terminated: 143,
} as const;
export type Exit = (typeof exit)[keyof typeof exit];
