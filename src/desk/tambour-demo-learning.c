/* tambour-demo-learning.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-demo-private.h"

static void
add_training (TambourDemoAccount *self,
              TambourDate         on,
              guint               i)
{
  JsonArray *topics = tambour_demo_pool (self->demo, "trainings");
  TambourTraining *training = tambour_demo_own (self, TAMBOUR_TYPE_TRAINING, tambour_demo_at (self, on, 16 * 60));
  TambourContact *first = tambour_demo_pick_contact (self);

  training->topic = g_strdup (json_array_get_string_element (topics, (i + self->index) % json_array_get_length (topics)));
  training->on = on;
  training->hours = tambour_demo_between (self->demo, 2, 6) / 2.0;
  training->seats = tambour_demo_between (self->demo, 8, 20);
  training->attended = training->seats - tambour_demo_between (self->demo, 0, 4);
  training->rating = tambour_demo_between (self->demo, 41, 49) / 10.0;
  training->check_passed = training->attended - tambour_demo_between (self->demo, 0, 3);
  training->attendees = g_strdupv ((GStrv) (const char *[]) { first->name, NULL });
  tambour_demo_use (self, "granted training_hour", tambour_demo_at (self, on, 16 * 60), ceil (training->hours), TAMBOUR_RECORD (training)->id);
}

static void
add_content (TambourDemoAccount *self,
             TambourDate         on,
             guint               i)
{
  JsonArray *library = tambour_demo_pool (self->demo, "library");
  JsonArray *row = json_array_get_array_element (library, (i + 5 * self->index) % json_array_get_length (library));
  TambourContentShare *share = tambour_demo_own (self, TAMBOUR_TYPE_CONTENT_SHARE, tambour_demo_at (self, on, 9 * 60));

  share->kind = g_strdup (json_array_get_string_element (row, 0));
  share->title = g_strdup (json_array_get_string_element (row, 1));
  share->why = tambour_demo_say (self, "whys");
  share->on = on;
  tambour_demo_set_ref (&share->library_item_id, tambour_demo_find_item (self->demo, share->title));
  share->opened = tambour_demo_chance (self->demo) < .66;
  if (share->opened)
    share->reaction = tambour_demo_say (self, "content_reactions");
  share->discussed = share->opened && i % 3 == 0;
  if (self->contacts->len > 0)
    tambour_demo_set_ref (&share->contact_id, TAMBOUR_RECORD (g_ptr_array_index (self->contacts, i % self->contacts->len))->id);
}

static void
add_invitation (TambourDemoAccount *self,
                TambourDate         on,
                guint               i)
{
  JsonArray *events = tambour_demo_pool (self->demo, "events");
  TambourInvitation *invitation = tambour_demo_own (self, TAMBOUR_TYPE_INVITATION, tambour_demo_at (self, on, 9 * 60));

  invitation->event = g_strdup (json_array_get_string_element (events, (i + self->index) % json_array_get_length (events)));
  invitation->invited_on = on;
  invitation->accepted = tambour_demo_chance (self->demo) < .7;
  invitation->attended = invitation->accepted && tambour_demo_chance (self->demo) < .85;
}

static void
add_early_access (TambourDemoAccount *self,
                  TambourDate         on,
                  guint               i)
{
  JsonArray *programmes = tambour_demo_pool (self->demo, "programmes");
  TambourEarlyAccess *access = tambour_demo_own (self, TAMBOUR_TYPE_EARLY_ACCESS, tambour_demo_at (self, on, 9 * 60));

  access->programme = g_strdup (json_array_get_string_element (programmes, (i + self->index) % json_array_get_length (programmes)));
  access->invited_on = on;
  if (tambour_demo_chance (self->demo) < .6)
    {
      access->joined_on = tambour_demo_days (on, tambour_demo_between (self->demo, 3, 20));
      access->feedback = tambour_demo_say (self, "early_feedback");
      tambour_demo_use (self, "granted early_access", tambour_demo_at (self, on, 9 * 60), 1, TAMBOUR_RECORD (access)->id);
    }
}

static void
add_adoption (TambourDemoAccount *self)
{
  JsonArray *features = tambour_demo_pool (self->demo, "features");

  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      TambourFeatureAdoption *adoption = tambour_demo_own (self, TAMBOUR_TYPE_FEATURE_ADOPTION, self->start);

      adoption->feature = g_strdup (json_array_get_string_element (features, i));
      adoption->entitled = i < 8 || g_str_equal (self->plan, "platinum");
      adoption->relevant = tambour_demo_chance (self->demo) < .85;
      adoption->in_use = adoption->entitled && adoption->relevant && tambour_demo_chance (self->demo) < .78;
      if (adoption->in_use)
        adoption->since = tambour_demo_days (tambour_demo_date (self, self->start), tambour_demo_between (self->demo, 0, 500));
    }
}

static void
add_nps (TambourDemoAccount *self,
         TambourDate         on)
{
  TambourSurveyResponse *survey = tambour_demo_own (self, TAMBOUR_TYPE_SURVEY_RESPONSE, tambour_demo_at (self, on, 9 * 60));

  survey->kind = TAMBOUR_SURVEY_KIND_NPS;
  survey->asked_at = tambour_demo_at (self, on, 9 * 60);
  survey->answered_at = tambour_demo_at (self, tambour_demo_days (on, 2), 15 * 60);
  survey->score = tambour_demo_between (self->demo, 6, 10);
  survey->text = tambour_demo_say (self, survey->score >= 8 ? "praise" : "complaints");
}

/**
 * tambour_demo_make_learning:
 * @self: an account
 *
 * What people were taught, sent, invited to and asked, month by month.
 */
void
tambour_demo_make_learning (TambourDemoAccount *self)
{
  TambourDate today = tambour_demo_date (self, self->demo->as_of);
  gboolean has_tam = g_str_equal (self->plan, "platinum");
  guint month = 0;

  add_adoption (self);

  for (TambourDate on = tambour_demo_days (tambour_demo_date (self, self->start), 9 + self->index % 11);
       on.julian + 5 < today.julian; on.julian += 30, month++)
    {
      while (tambour_date_weekday (on) >= 5)
        on.julian++;

      add_content (self, on, month);
      if (has_tam && month % 3 == 1)
        add_training (self, tambour_demo_days (on, 1), month / 3);
      if (has_tam && month % 4 == 2)
        add_invitation (self, on, month / 4);
      if (has_tam && month % 9 == 4)
        add_early_access (self, on, month / 9);
      if (month % 12 == 6)
        add_nps (self, on);
    }
}
