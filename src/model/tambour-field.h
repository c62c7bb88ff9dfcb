/* tambour-field.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <math.h>
#include <stdbool.h>

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TambourInstant:
 * @seconds: seconds since the epoch in UTC, or %TAMBOUR_NEVER
 *
 * A point in time. A type of its own, so that a field table can tell an
 * instant from a count by the C type alone.
 */
typedef struct
{
  gint64 seconds;
} TambourInstant;

/**
 * TambourDate:
 * @julian: the day as g_date_get_julian() counts it, or 0 for no date
 *
 * A local date; its zone is that of the record that it belongs to.
 */
typedef struct
{
  guint32 julian;
} TambourDate;

/**
 * TambourMoney:
 * @minor: the amount in minor units (cents), or %TAMBOUR_NO_COUNT
 * @currency: the ISO 4217 code
 *
 * An amount of money. Never a floating-point number.
 */
typedef struct
{
  gint64 minor;
  char   currency[4];
} TambourMoney;

/**
 * TambourRef:
 * @id: (nullable): the id of the record that is meant, or %NULL
 *
 * A reference to a record of the kind that TambourField.target names.
 */
typedef struct
{
  char *id;
} TambourRef;

/* What a field holds that nobody has stated: "not measured" is never 0. */
#define TAMBOUR_NEVER     G_MININT64
#define TAMBOUR_NO_COUNT  G_MININT64
#define TAMBOUR_NO_NUMBER NAN

/**
 * TambourKind:
 *
 * What a field holds. Nobody writes the kind down: %TAMBOUR_FIELD reads it
 * off the C type of the struct member, so the two cannot disagree.
 */
typedef enum
{
  TAMBOUR_KIND_TEXT,    /* char *: NULL and "" are the same */
  TAMBOUR_KIND_COUNT,   /* gint64, TAMBOUR_NO_COUNT when not stated */
  TAMBOUR_KIND_NUMBER,  /* double, TAMBOUR_NO_NUMBER when not stated */
  TAMBOUR_KIND_FLAG,    /* bool: a gboolean is an int and would pass for a number */
  TAMBOUR_KIND_CHOICE,  /* guint, one of the values of TambourField.choice */
  TAMBOUR_KIND_INSTANT, /* TambourInstant */
  TAMBOUR_KIND_DATE,    /* TambourDate */
  TAMBOUR_KIND_MONEY,   /* TambourMoney */
  TAMBOUR_KIND_REF,     /* TambourRef, to a record of TambourField.target */
  TAMBOUR_KIND_LABELS,  /* GStrv, a set */
} TambourKind;

/**
 * TambourMerge:
 *
 * What happens when two people changed the same field.
 */
typedef enum
{
  TAMBOUR_MERGE_ASK,     /* ours stands until a person has looked */
  TAMBOUR_MERGE_LATEST,  /* the newer edit stands */
  TAMBOUR_MERGE_LARGEST, /* the larger count or later moment stands */
  TAMBOUR_MERGE_UNION,   /* both additions and both removals stand */
} TambourMerge;

/**
 * TambourFieldFlags:
 * @TAMBOUR_FIELD_REQUIRED: a record without it is refused
 * @TAMBOUR_FIELD_TITLE: what the record is called in lists; searched first
 * @TAMBOUR_FIELD_SEARCHED: full-text searched
 * @TAMBOUR_FIELD_INDEXED: looked up or sorted by
 * @TAMBOUR_FIELD_CUSTOMER: may be read by what is made for the customer;
 *   every other field is internal (ARCHITECTURE.md, Records)
 * @TAMBOUR_FIELD_LONG: text of several lines, Markdown
 * @TAMBOUR_FIELD_FIXED: stays as it was when the record was made
 * @TAMBOUR_FIELD_TIMELINE: the records of one account are read by it, the
 *   newest first, however many there are
 * @TAMBOUR_FIELD_COUNTED: where it has one, an account's records of a time are
 *   counted by it
 * @TAMBOUR_FIELD_SERIES: with the other fields that have it, and the time of the
 *   account's records, it is all that is read of many of them
 * @TAMBOUR_FIELD_CONTENT: the hash of a content, which the store keeps once
 * @TAMBOUR_FIELD_PERSONAL: of a kind that has a field with %TAMBOUR_FIELD_PURGED, what
 *   it says of a person
 * @TAMBOUR_FIELD_PURGED: when what the record says of a person was taken out of it
 * @TAMBOUR_FIELD_QUOTED: the id of a record that the fields with %TAMBOUR_FIELD_PERSONAL
 *   quote
 */
typedef enum
{
  TAMBOUR_FIELD_REQUIRED = 1 << 0,
  TAMBOUR_FIELD_TITLE    = 1 << 1,
  TAMBOUR_FIELD_SEARCHED = 1 << 2,
  TAMBOUR_FIELD_INDEXED  = 1 << 3,
  TAMBOUR_FIELD_CUSTOMER = 1 << 4,
  TAMBOUR_FIELD_LONG     = 1 << 5,
  TAMBOUR_FIELD_FIXED    = 1 << 6,
  TAMBOUR_FIELD_TIMELINE = 1 << 7,
  TAMBOUR_FIELD_COUNTED  = 1 << 8,
  TAMBOUR_FIELD_CONTENT  = 1 << 9,
  TAMBOUR_FIELD_SERIES   = 1 << 10,
  TAMBOUR_FIELD_PERSONAL = 1 << 11,
  TAMBOUR_FIELD_PURGED   = 1 << 12,
  TAMBOUR_FIELD_QUOTED   = 1 << 13,
} TambourFieldFlags;

/**
 * TambourField:
 *
 * One field of a kind of record, declared once: property, column, JSON member,
 * CSV column, form row and merge rule all come from this.
 */
typedef struct
{
  const char        *name;    /* member, column and JSON key; property with dashes */
  gsize              offset;
  TambourKind        kind;
  const char        *label;   /* N_(); NULL keeps the field out of forms */
  TambourFieldFlags  flags;
  TambourMerge       merge;
  GType            (*choice) (void);
  const char        *target;  /* the kind that a reference leads to */
} TambourField;

#define TAMBOUR_FIELD(Record, member) \
  .name = #member, \
  .offset = G_STRUCT_OFFSET (Record, member), \
  .kind = _Generic (((Record *) NULL)->member, \
                    char *: TAMBOUR_KIND_TEXT, \
                    gint64: TAMBOUR_KIND_COUNT, \
                    double: TAMBOUR_KIND_NUMBER, \
                    bool: TAMBOUR_KIND_FLAG, \
                    guint: TAMBOUR_KIND_CHOICE, \
                    TambourInstant: TAMBOUR_KIND_INSTANT, \
                    TambourDate: TAMBOUR_KIND_DATE, \
                    TambourMoney: TAMBOUR_KIND_MONEY, \
                    TambourRef: TAMBOUR_KIND_REF, \
                    GStrv: TAMBOUR_KIND_LABELS)

/**
 * TAMBOUR_FIELD_AT:
 * @field: a field
 * @record: a record that has it
 * @Type: the C type of the field's kind
 *
 * The member itself, as an lvalue.
 */
#define TAMBOUR_FIELD_AT(field, record, Type) \
  (*(Type *) (((char *) (record)) + (field)->offset))

GType       tambour_field_get_value_type (const TambourField  *field);
GParamSpec *tambour_field_new_pspec      (const TambourField  *field);
void        tambour_field_get            (const TambourField  *field,
                                          gconstpointer        record,
                                          GValue              *value);
gboolean    tambour_field_set            (const TambourField  *field,
                                          gpointer             record,
                                          const GValue        *value);
void        tambour_field_init           (const TambourField  *field,
                                          gpointer             record);
void        tambour_field_clear          (const TambourField  *field,
                                          gpointer             record);
void        tambour_field_copy           (const TambourField  *field,
                                          gpointer             record,
                                          gconstpointer        from);
gboolean    tambour_field_equal          (const TambourField  *field,
                                          gconstpointer        a,
                                          gconstpointer        b);
gboolean    tambour_field_is_stated      (const TambourField  *field,
                                          gconstpointer        record);

char       *tambour_field_dup_text       (const TambourField  *field,
                                          gconstpointer        record);
gboolean    tambour_field_set_text       (const TambourField  *field,
                                          gpointer             record,
                                          const char          *text,
                                          GError             **error);

const char *tambour_choice_nick          (GType                choice,
                                          guint                value);
char       *tambour_choice_dup_nicks     (GType                choice);
gboolean    tambour_choice_from_nick     (GType                choice,
                                          const char          *nick,
                                          guint               *value);

G_END_DECLS
