using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Web.Database.Configurations;

internal sealed class EarlierTextConfiguration : IEntityTypeConfiguration<EarlierText>
{
    public void Configure(EntityTypeBuilder<EarlierText> text)
    {
        text.ToTable("earlier_texts");
        text.HasKey(t => t.Id);
        text.Property(t => t.Key).HasMaxLength(200);
        text.Ignore(t => t.Row);
        text.HasOne<Entry>().WithMany().HasForeignKey(t => t.EntryId);
        text.HasIndex(t => new { t.EntryId, t.Key, t.At });
    }
}

internal sealed class PresenceConfiguration : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> presence)
    {
        presence.ToTable("presences");
        presence.HasKey(p => new { p.EntryId, p.PersonId });
        presence.Property(p => p.Part).HasMaxLength(60);
        presence.HasOne<Entry>().WithMany().HasForeignKey(p => p.EntryId);
    }
}
