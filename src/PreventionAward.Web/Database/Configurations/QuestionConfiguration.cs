using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Questions;

namespace PreventionAward.Web.Database.Configurations;

internal sealed class QuestionConfiguration : IEntityTypeConfiguration<CallQuestion>
{
    public void Configure(EntityTypeBuilder<CallQuestion> question)
    {
        question.ToTable("call_questions");
        question.HasKey(q => q.Id);
        question.Property(q => q.Mail).HasMaxLength(320);
        question.Ignore(q => q.IsOpen);
        question.HasOne<Competition>().WithMany().HasForeignKey(q => q.CompetitionId).OnDelete(DeleteBehavior.Restrict);
        question.HasIndex(q => q.CompetitionId);

        // Two secretaries at once: the second is told.
        question.Property<uint>("Version").IsRowVersion();
    }
}
