/* tambour-portal-rule.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portal-template.h"
#include "tambour-record.h"

G_BEGIN_DECLS

/**
 * TambourPortalTest:
 * @place: what is looked at
 * @lookup: (nullable): the lookup in which that is looked up
 * @then: (nullable): where in what was found
 * @is: (nullable): one of these it must be
 * @isnt: (nullable): none of these it may be
 * @domain: (nullable): of one of these domains the address must be
 * @same_as: (nullable): what it must be the same as
 * @there: 1 if something must be there and not false, -1 if nothing may, 0 if it does not matter
 *
 * One thing that must be so.
 */
typedef struct
{
  TambourPortalPlace *place;
  char               *lookup;
  TambourJsonPointer *then;
  GStrv               is;
  GStrv               isnt;
  GStrv               domain;
  TambourPortalPlace *same_as;
  int                 there;
} TambourPortalTest;

/**
 * TambourPortalRule:
 * @place: where it stands in the map
 * @field: (nullable): of which field it is
 * @when: (nullable) (element-type TambourPortalTest): all that must be so, or it says nothing
 * @constant: (nullable): what it says
 * @text: (nullable): or a template for it; with a lookup, for what was found there
 * @at: (nullable): or where it is read
 * @in: (nullable): of which list each element is read
 * @where: (nullable) (element-type TambourPortalTest): what must be so of an element
 * @lookup: (nullable): the lookup in which what was read is looked up
 * @then: (nullable): where in what was found there
 * @html: (nullable) (element-type TambourPortalTest): when it is HTML; of nothing, always
 * @join: (nullable): what stands between the elements; %NULL for the first alone
 * @values: (nullable) (element-type utf8 utf8): what is there → what it is here
 * @otherwise: (nullable): what it is if @values do not have it
 * @is_strict: it says nothing if @values do not have what is there
 * @alternatives: (nullable) (element-type TambourPortalRule): the first that says something
 *
 * How a field is read.
 */
typedef struct _TambourPortalRule TambourPortalRule;
struct _TambourPortalRule
{
  char                  *place;
  const TambourField    *field;
  GPtrArray             *when;
  char                  *constant;
  TambourPortalTemplate *text;
  TambourPortalPlace    *at;
  TambourPortalPlace    *in;
  GPtrArray             *where;
  char                  *lookup;
  TambourJsonPointer    *then;
  GPtrArray             *html;
  char                  *join;
  GHashTable            *values;
  char                  *otherwise;
  gboolean               is_strict;
  GPtrArray             *alternatives;
};

TambourPortalTest *tambour_portal_test_new          (void);
void               tambour_portal_test_free         (TambourPortalTest          *self);
gboolean           tambour_portal_tests_hold        (GPtrArray                  *tests,
                                                     const TambourPortalContext *context);

TambourPortalRule *tambour_portal_rule_new          (const char                 *place,
                                                     const TambourField         *field);
void               tambour_portal_rule_free         (TambourPortalRule          *self);
char              *tambour_portal_rule_read         (const TambourPortalRule    *self,
                                                     const TambourPortalContext *context);
gboolean           tambour_portal_rule_read_instant (const TambourPortalRule    *self,
                                                     const TambourPortalContext *context,
                                                     TambourInstant             *instant);
char              *tambour_portal_rule_fill         (const TambourPortalRule    *self,
                                                     const TambourPortalContext *context,
                                                     TambourRecord              *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalTest, tambour_portal_test_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalRule, tambour_portal_rule_free)

G_END_DECLS
