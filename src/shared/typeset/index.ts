/** The setter: characters → measure → lines → justify → columns → fit. */
export type Milliem = number
