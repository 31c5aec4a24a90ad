/** Stands where Decap has the plugins of AJV: each is a function that is given an AJV. */
export default function plugin(): void {}

export {
  plugin as instanceof,
  plugin as prohibited,
  plugin as select,
  plugin as uniqueItemProperties,
};
